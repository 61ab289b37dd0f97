// Asks the preview server for news: reloads the page when it has changed, and shows what is
// wrong in the page itself, so that the last good page stays readable.
(function () {
  var page = document.currentScript.dataset.page, box = null

  function show (problems) {
    if (box) box.remove()
    box = null
    if (!problems.length) return
    box = document.createElement("pre")
    box.id = "preview-problems"
    box.setAttribute("role", "alert")
    box.textContent = problems.join("\n")
    Object.assign(box.style, {
      position: "fixed", left: "0", right: "0", bottom: "0", maxHeight: "40vh", margin: "0",
      overflow: "auto", padding: "12px 16px", zIndex: "99", whiteSpace: "pre-wrap",
      font: "14px/1.6 sans-serif", color: "#1a1a1a", background: "#fff3e0",
      borderTop: "3px solid #b3261e"
    })
    document.body.append(box)
  }

  function ask (stamp) {
    var place = encodeURIComponent(decodeURIComponent(location.pathname))
    fetch("/__preview__/state?after=" + stamp + "&page=" + place, { cache: "no-store" })
      .then(function (answer) { return answer.json() })
      .then(function (state) {
        if (page !== state.page) return location.reload()
        show(state.problems)
        ask(state.stamp)
      })
      .catch(function () { setTimeout(ask, 500, "") })
  }

  ask("")
})()
