// The button that prints the page; without scripts it stays hidden.
document.querySelectorAll(".print-page").forEach(function (button) {
  button.hidden = false
  button.addEventListener("click", function () { window.print() })
})
