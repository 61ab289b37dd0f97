// Marks the words that were looked for, in results and on the page that was opened.
;(function (search) {
  "use strict"

  var SKIPPED = "script,style,svg,mark,.headerlink,.cited-by,.copy-citation"
  var NUMERAL = /[零〇一二三四五六七八九十百千万亿两]{2,}|[0-9]+/g

  // The longest pieces of `words` that stand in `text`, of two characters or more.
  search.pieces = function (words, text) {
    var found = new Set()
    words.toLowerCase().split(/[\s〔〕，。；：、？！“”]+/).forEach(function (run) {
      var start = 0
      while (start < run.length - 1) {
        var end = run.length
        while (end > start + 1 && text.indexOf(run.slice(start, end)) < 0) end--
        if (end > start + 1) found.add(run.slice(start, end))
        start = Math.max(end, start + 1)
      }
    })
    numerals(words, text).forEach(function (numeral) { found.add(numeral) })
    return Array.from(found)
  }

  // 三百 is marked when 300 was looked for.
  function numerals(words, text) {
    var wanted = (search.plain(words).match(/[0-9]+/g) || []).filter(function (number) {
      return number.length > 1
    })
    return (text.match(NUMERAL) || []).filter(function (numeral) {
      return wanted.indexOf(search.plain(numeral)) >= 0
    })
  }

  // A fragment with `text`, every one of `pieces` in it marked.
  search.marked = function (text, pieces) {
    var fragment = document.createDocumentFragment()
    if (!pieces.length) {
      fragment.append(text)
      return fragment
    }
    var longestFirst = pieces.slice().sort(function (a, b) { return b.length - a.length })
    var pattern = new RegExp("(" + longestFirst.map(escaped).join("|") + ")", "i")
    text.split(pattern).forEach(function (part, index) {
      if (index % 2) {
        var mark = document.createElement("mark")
        mark.textContent = part
        fragment.append(mark)
      } else if (part) {
        fragment.append(part)
      }
    })
    return fragment
  }

  function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
  }

  function markPage(words) {
    var article = document.querySelector(".md-content__inner")
    var pieces = article ? search.pieces(words, article.textContent.toLowerCase()) : []
    if (!pieces.length) return
    var walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    var nodes = []
    while (walker.nextNode()) nodes.push(walker.currentNode)
    nodes.forEach(function (node) {
      if (node.parentElement.closest(SKIPPED)) return
      var fragment = search.marked(node.data, pieces)
      if (fragment.querySelector("mark")) node.parentNode.replaceChild(fragment, node)
    })
  }

  var words = new URLSearchParams(location.search).get("h")
  if (words) markPage(words)
})(handbookSearch)
