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
    document.querySelectorAll("[href],[src]").forEach(function (element) {
      var name = element.hasAttribute("src") ? "src" : "href"
      var address = element.getAttribute(name)
      if (address.indexOf(root) !== 0) return
      var moved = folder + address.slice(root.length)
      if (name === "href") element.href = moved
      else element.replaceWith(script(moved))
    })
  }

  // A script that did not come is not asked for again: another one takes its place.
  function script(address) {
    var result = document.createElement("script")
    result.async = false
    result.src = address
    return result
  }
})()
