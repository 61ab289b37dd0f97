// Asks the preview server for news: reloads the page when it has changed, and shows what is
// wrong in the page itself, so that the last good page stays readable.
(function () {
  var own = document.currentScript
  var page = own.dataset.page
  var source = "docs" + decodeURIComponent(location.pathname).replace(/html$/, "md")
  var box = null, wasOpen = false
  var room = new ResizeObserver(leaveRoom)

  // The faults of this page stand first; what only reminds is folded away.
  function show (faults, reminders) {
    if (box) {
      wasOpen = Boolean(box.querySelector("details[open]"))
      box.remove()
    }
    box = null
    if (faults.length) faults = faults.filter(isHere).concat(faults.filter(isElsewhere))
    if (faults.length || reminders.length) document.body.append(box = filled(faults, reminders))
    if (box) room.observe(box)
    leaveRoom()
  }

  // The end of the page must not stay below the box.
  function leaveRoom () {
    document.body.style.paddingBottom = box ? box.offsetHeight + "px" : ""
  }

  function isHere (text) { return text.indexOf(source + ":") === 0 }
  function isElsewhere (text) { return !isHere(text) }

  function filled (faults, reminders) {
    var made = element("aside", "")
    made.id = "preview-problems"
    made.setAttribute("aria-label", "检查结果")
    if (faults.length) {
      made.className = "preview-problems--wrong"
      var list = made.appendChild(element("div", ""))
      list.setAttribute("role", "alert")
      list.append(element("strong", "错误" + faults.length + "处，改好存盘，这里自动更新。"), texts(faults))
    }
    if (reminders.length) {
      var details = made.appendChild(element("details", ""))
      details.open = wasOpen
      details.append(element("summary", "提醒" + reminders.length + "处"), texts(reminders))
    }
    return made
  }

  function texts (problems) {
    var list = element("ul", "")
    list.tabIndex = 0
    problems.forEach(function (text) { list.append(element("li", text)) })
    return list
  }

  function element (tag, text) {
    var made = document.createElement(tag)
    made.textContent = text
    return made
  }

  function ask (stamp) {
    var place = encodeURIComponent(decodeURIComponent(location.pathname))
    fetch("/__preview__/state?after=" + stamp + "&page=" + place, { cache: "no-store" })
      .then(function (answer) { return answer.json() })
      .then(function (state) {
        if (page !== state.page) return location.reload()
        show(state.faults, state.reminders)
        ask(state.stamp)
      })
      .catch(function () { setTimeout(ask, 500, "") })
  }

  var look = document.createElement("link")
  look.rel = "stylesheet"
  look.href = own.src.replace(/js$/, "css")
  document.head.append(look)
  look.onload = look.onerror = function () { ask("") }
})()
