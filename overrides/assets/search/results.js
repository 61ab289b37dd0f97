// Draws hits as the theme draws its own: a page, and below it the articles that match.
;(function (search) {
  "use strict"

  var TEASER = 80
  var BEFORE = 24
  var PAST = ["已废止", "已失效", "已修改", "草案（旧稿）"]

  // A list item for one hit.
  search.item = function (hit) {
    var item = element("li", "md-search-result__item")
    var top = hit.sections.filter(function (section) { return !section.anchor })[0]
    item.append(link(hit, "", "search-page", pageLines(hit, top)))
    hit.sections.forEach(function (section) {
      if (!section.anchor) return
      item.append(link(hit, section.anchor, "search-section", sectionLines(hit, section)))
    })
    bestLink(item, hit).dataset.best = ""
    return item
  }

  // Enter opens the article, unless the title is what was looked for.
  function bestLink(item, hit) {
    return (!hit.isTitle && hit.sections[0].anchor && item.children[1]) || item.children[0]
  }

  function link(hit, anchor, kind, lines) {
    var result = element("a", "md-search-result__link " + kind)
    var address = search.base + hit.address + "?h=" + encodeURIComponent(hit.words)
    result.href = anchor ? address + "#" + encodeURIComponent(anchor) : address
    result.tabIndex = -1
    var article = element("article", "md-search-result__article md-typeset")
    lines.forEach(function (line) { article.append(line) })
    result.append(article)
    return result
  }

  function pageLines(hit, top) {
    var heading = element("h1")
    heading.append(search.marked(hit.title, search.pieces(hit.words, hit.title.toLowerCase())))
    var lines = [heading, facts(hit)]
    if (top && top.text) lines.push(teaser(top.text, hit.words))
    return lines
  }

  function facts(hit) {
    var line = element("p", "search-facts")
    var status = hit.facets.status
    if (status) {
      var badge = element("span", "search-status")
      if (PAST.indexOf(status) >= 0) badge.classList.add("search-status--past")
      badge.textContent = status
      line.append(badge)
    }
    var year = hit.facets.year && hit.facets.year + "年"
    var facts = [hit.facets.category, year].concat(hit.facts).filter(Boolean)
    facts.forEach(function (fact) {
      var part = element("span")
      part.textContent = fact
      line.append(part)
    })
    return line
  }

  function sectionLines(hit, section) {
    var heading = element("h2")
    heading.append(search.marked(section.heading, search.pieces(hit.words, section.heading)))
    if (section.path) {
      var path = element("span", "search-path")
      path.textContent = section.path
      heading.append(path)
    }
    return section.text ? [heading, teaser(section.text, hit.words)] : [heading]
  }

  // The text around its first word that was looked for.
  function teaser(text, words) {
    var pieces = search.pieces(words, text.toLowerCase())
    var places = pieces.map(function (piece) { return text.toLowerCase().indexOf(piece) })
    var first = places.length ? Math.min.apply(null, places) : 0
    var start = first > BEFORE * 2 ? first - BEFORE : 0
    var shown = (start ? "…" : "") + text.slice(start, start + TEASER)
    if (start + TEASER < text.length) shown += "…"
    var line = element("p")
    line.append(search.marked(shown, pieces))
    return line
  }

  function element(tag, kind) {
    var result = document.createElement(tag)
    if (kind) result.className = kind
    return result
  }
})(handbookSearch)
