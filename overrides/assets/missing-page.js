// In the page for addresses that are not there: finds the site, which may lie in any folder.
;(function () {
  "use strict"

  var ICON = "assets/images/favicon.png"

  // The scripts above came if the addresses of the page are right.
  if (window.handbookSearch) return
  var root = document.querySelector("link[rel=icon]").getAttribute("href").replace(ICON, "")
  look(location.pathname.replace(/[^/]*$/, ""))

  // The folder of the address or one above it: the first one that has the icon.
  function look(folder) {
    var image = new Image()
    image.onload = function () { move(folder) }
    image.onerror = function () { if (folder !== "/") look(folder.replace(/[^/]*\/$/, "")) }
    image.src = folder + ICON
  }

  function move(folder) {
    var config = document.getElementById("__config")
    var values = Object.assign(JSON.parse(config.textContent), { base: folder })
    config.textContent = JSON.stringify(values)
    var looks = document.querySelectorAll("link[rel=stylesheet]")
    var ready = Promise.all(Array.from(looks, loaded))
    all("href").forEach(function (element) { element.href = moved(element, "href") })
    // Beside this page the menu is empty on wide screens; the theme hides it there alone.
    document.querySelectorAll(".md-sidebar").forEach(function (menu) { menu.hidden = true })
    // The scripts of the theme measure the page.
    ready.then(function () {
      all("src").forEach(function (element) {
        element.replaceWith(script(moved(element, "src")))
      })
    })

    function moved(element, name) {
      return folder + element.getAttribute(name).slice(root.length)
    }
  }

  function all(name) {
    return document.querySelectorAll("[" + name + "^='" + root + "']")
  }

  function loaded(link) {
    return new Promise(function (done) { link.onload = link.onerror = done })
  }

  // A script that did not come is not asked for again: another one takes its place.
  function script(address) {
    var result = document.createElement("script")
    result.async = false
    result.src = address
    return result
  }
})()
