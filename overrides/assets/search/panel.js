// The search box of the theme: typing, filters, keyboard.
;(function (search) {
  "use strict"

  var WAIT = 120
  var SLOW = 400
  var SEARCHING = "正在查找……"
  var NOTHING = "没有找到。试试短一点的词、拼音首字母、文号或者条号。"
  var FILTERED = "这样筛选没有找到。把上面的筛选放宽到“全部”试试。"
  var UNAVAILABLE = "搜索用的文件打不开。再试一次；还是不行，请告诉技术员。"

  var panel = document.querySelector(".md-search")
  if (!panel) return
  var toggle = document.getElementById("__search")
  var form = panel.querySelector("form")
  var input = panel.querySelector(".md-search__input")
  var list = panel.querySelector(".md-search-result__list")
  var message = panel.querySelector(".md-search-result__meta")
  var scroller = panel.querySelector(".md-search__scrollwrap")
  var filters = Array.from(panel.querySelectorAll(".search-filter"))
  var hint = message.textContent
  var turn = 0, timer = 0

  function open() {
    if (!toggle.checked) toggle.click()
    input.focus()
    // What every query needs is unpacked while the reader still types.
    search.pages().then(fillFilters).then(search.dictionary).then(search.synonyms).catch(fail)
  }

  function close() {
    if (toggle.checked) toggle.click()
    if (panel.contains(document.activeElement)) document.activeElement.blur()
  }

  function fillFilters(pages) {
    if (panel.dataset.filled) return
    panel.dataset.filled = ""
    var years = pages.years.slice().reverse()
    var values = { category: pages.categories, status: pages.statuses, year: years }
    filters.forEach(function (filter) {
      var known = values[filter.name].filter(Boolean)
      known.forEach(function (value) {
        filter.add(new Option(filter.name === "year" ? value + "年" : value, value))
      })
      filter.parentElement.hidden = !known.length
    })
  }

  function accepts(facets) {
    return filters.every(function (filter) {
      return !filter.value || facets[filter.name] === filter.value
    })
  }

  function later() {
    open()
    clearTimeout(timer)
    timer = setTimeout(run, WAIT)
  }

  async function run() {
    clearTimeout(timer)
    var own = ++turn
    var typed = input.value.trim()
    if (!typed) return show(typed, [], hint)
    var slow = setTimeout(function () { if (own === turn) message.textContent = SEARCHING }, SLOW)
    try {
      var hits = await search.find(typed, accepts)
      if (own === turn) show(typed, hits, hits.length ? "最相关的 " + hits.length + " 个页面" : nothing())
    } catch (error) {
      if (own === turn) fail()
      throw error
    } finally {
      clearTimeout(slow)
    }
  }

  function nothing() {
    return filters.some(function (filter) { return filter.value }) ? FILTERED : NOTHING
  }

  function fail() {
    show("", [], UNAVAILABLE)
  }

  function show(typed, hits, text) {
    list.dataset.query = typed
    message.textContent = text
    list.textContent = ""
    hits.forEach(function (hit) { list.append(search.item(hit)) })
    scroller.scrollTop = 0
  }

  function links() {
    return Array.from(list.querySelectorAll("a"))
  }

  function move(step) {
    var stops = [input].concat(links())
    var at = Math.max(stops.indexOf(document.activeElement), 0)
    stops[(at + step + stops.length) % stops.length].focus()
  }

  function onKey(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    var inFilter = filters.indexOf(event.target) >= 0
    if (event.key === "Escape") close()
    else if (inFilter) return
    else if (event.key === "ArrowDown") move(1)
    else if (event.key === "ArrowUp") move(-1)
    else if (event.key === "Enter" && event.target === input) openBest()
    else {
      if (event.target !== input && event.key.length === 1) input.focus()
      return
    }
    event.preventDefault()
  }

  // Whoever types fast presses Enter before the answer is there.
  async function openBest() {
    if (input.value.trim() !== list.dataset.query) await run()
    var best = list.querySelector("[data-best]")
    if (best && input.value.trim() === list.dataset.query) best.click()
  }

  function onGlobalKey(event) {
    var isTyping = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)
    if (isTyping && event.target.type !== "checkbox" && event.target.type !== "radio") return
    if (event.altKey || event.ctrlKey || event.metaKey || toggle.checked) return
    if (["f", "s", "/"].indexOf(event.key) < 0) return
    event.preventDefault()
    open()
  }

  function onLeave(event) {
    if (event.relatedTarget && !panel.contains(event.relatedTarget)) close()
  }

  input.addEventListener("focus", open)
  input.addEventListener("input", later)
  toggle.addEventListener("change", function () { if (toggle.checked) open() })
  filters.forEach(function (filter) { filter.addEventListener("change", run) })
  panel.addEventListener("keydown", onKey)
  panel.addEventListener("focusout", onLeave)
  form.addEventListener("submit", function (event) { event.preventDefault() })
  form.addEventListener("reset", function () {
    setTimeout(function () { input.focus(); run() })
  })
  list.addEventListener("click", function (event) { if (event.target.closest("a")) close() })
  document.addEventListener("keydown", onGlobalKey)

  // Whoever typed before this script was there is answered now.
  var asked = new URLSearchParams(location.search).get("q")
  if (asked) input.value = asked
  if (asked || toggle.checked || document.activeElement === input) open()
  if (input.value) run()
})(handbookSearch)
