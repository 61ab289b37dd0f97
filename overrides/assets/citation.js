// Copies the citation of an article, e.g. 《约谈办法》第三条, and says so for a moment.
document.addEventListener("click", function (event) {
  var button = event.target.closest && event.target.closest(".copy-citation")
  if (!button) return
  copy(button.dataset.citation, function () {
    button.classList.add("copied")
    window.setTimeout(function () { button.classList.remove("copied") }, 1500)
  })
})

// A page opened as a file, or over plain HTTP, has no navigator.clipboard.
function copy(text, done) {
  if (navigator.clipboard && window.isSecureContext) {
    navigator.clipboard.writeText(text).then(done)
    return
  }
  var field = document.createElement("textarea")
  field.value = text
  field.className = "copy-source"
  document.body.appendChild(field)
  field.select()
  document.execCommand("copy")
  document.body.removeChild(field)
  done()
}
