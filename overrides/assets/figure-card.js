// Tells what is known of a number while a reader points at it, has it in focus or taps it.
;(function () {
  "use strict"

  var WAIT = 150
  var MORE = "打开这个数，看历年的数、记录和用处。"
  var GAP = 6

  var known = {}
  var card = null, shown = null, timer = 0, wasShown = false

  window.handbookFigure = function (name, years) { known[name] = years }

  function numberAt(target) {
    return target.closest ? target.closest("a.figure") : null
  }

  function parts(link) {
    var key = link.dataset.figure, at = key.lastIndexOf("@")
    return { name: key.slice(0, at), year: key.slice(at + 1) }
  }

  function load(link, done) {
    if (known[parts(link).name]) return done()
    var script = document.createElement("script")
    script.src = link.href.split("#")[0].replace(/\.html$/, ".js")
    script.onload = done
    document.head.appendChild(script)
  }

  function later(action) {
    clearTimeout(timer)
    timer = setTimeout(action, WAIT)
  }

  function show(link) {
    clearTimeout(timer)
    if (shown === link) return
    hide()
    shown = link
    load(link, function () {
      var wanted = parts(link), years = known[wanted.name]
      if (shown === link && years && years[wanted.year]) fill(link, years[wanted.year])
    })
  }

  function fill(link, content) {
    card = element("div", "figure-card", "")
    card.id = "figure-card"
    card.setAttribute("role", "tooltip")
    card.appendChild(element("p", "figure-card__title", content.title))
    var list = card.appendChild(document.createElement("dl"))
    content.facts.forEach(function (fact) {
      list.appendChild(element("dt", "", fact[0]))
      list.appendChild(element("dd", fact[1].indexOf("【") === 0 ? "missing" : "", fact[1]))
    })
    card.appendChild(element("p", "figure-card__more", MORE))
    document.body.appendChild(card)
    place(link)
    link.setAttribute("aria-describedby", card.id)
  }

  function element(tag, name, text) {
    var made = document.createElement(tag)
    if (name) made.className = name
    made.textContent = text
    return made
  }

  // Below the number; above it where there is no room below.
  function place(link) {
    var at = link.getClientRects()[0], size = card.getBoundingClientRect()
    var room = document.documentElement.clientWidth - size.width - GAP
    var below = at.bottom + GAP, above = at.top - size.height - GAP
    var top = below + size.height > window.innerHeight && above > 0 ? above : below
    card.style.left = Math.max(GAP, Math.min(at.left, room)) + window.pageXOffset + "px"
    card.style.top = top + window.pageYOffset + "px"
  }

  function hide() {
    clearTimeout(timer)
    if (shown) shown.removeAttribute("aria-describedby")
    if (card) card.remove()
    card = shown = null
  }

  document.addEventListener("mouseover", function (event) {
    var link = numberAt(event.target)
    if (link) later(function () { show(link) })
    else if (card && card.contains(event.target)) clearTimeout(timer)
    else if (shown && shown !== document.activeElement) later(hide)
    else if (!shown) clearTimeout(timer)
  })
  document.addEventListener("focusin", function (event) {
    var link = numberAt(event.target)
    if (link) show(link)
    else hide()
  })
  document.addEventListener("focusout", hide)
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide()
  })

  // A finger cannot point: the first tap shows the card, the second follows the link.
  document.addEventListener("pointerdown", function (event) {
    var link = numberAt(event.target)
    wasShown = event.pointerType !== "touch" || (link !== null && link === shown)
    if (!link && !(card && card.contains(event.target))) hide()
  })
  document.addEventListener("click", function (event) {
    var link = numberAt(event.target)
    if (!link || wasShown || event.detail === 0) return
    event.preventDefault()
    show(link)
  })
})()
