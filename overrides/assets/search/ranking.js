// Finds the pages that match a text best, and in each the articles that do.
;(function (search) {
  "use strict"

  var MOST_TOKENS = 30
  var MOST_PAGES = 40
  var MOST_SECTIONS = 60

  // What is no longer in force stands below what is.
  var STANDING = { 已废止: 0.2, 已失效: 0.2, 已修改: 0.4, "草案（旧稿）": 0.6 }

  // Words that stand in different articles of a page count less than those in one.
  var TOGETHER = 0.6

  // What words in the title add to an article.
  var BESIDE = 0.6

  // What the other articles of a page add to its best one, and at most.
  var OTHERS = 0.1
  var MOST_OTHERS = 0.4

  // A token this many times rarer than its neighbors is a seam between words, and counts less.
  var SEAM = 8
  var LITTLE = 0.3

  // One of a series of like titles is rarely what a few words mean.
  var SINGULAR = 0.6
  var MOST_SINGULAR = 35

  var memory = null

  // A promise of hits, the best first: {page, score, coverage, titleShare, sections: {place, score}}.
  //
  // coverage and titleShare: what share of the text page and title hold, 0 to 1.
  search.match = async function (text, accepts) {
    var pages = await search.pages()
    var tokens = search.tokens(text).slice(0, MOST_TOKENS)
    if (!tokens.length) return []
    var postings = await Promise.all(
      tokens.map(function (token) { return search.postings(token, pages.shards) })
    )
    return rank(pages, tokens, postings, accepts)
  }

  function rank(pages, tokens, postings, accepts) {
    var around = tokens.map(function (token) { return neighbors(tokens, token) })
    var weights = sharesOf(tokens, postings, around, pages.sections)
    var cover = coverage(weights)
    var titles = scoreTitles(postings, weights)
    titles.forEach(function (title) { title.mask = forgiven(title.mask, around) })
    var scores = scoreSections(pages, postings, weights)
    var hits = new Map()
    scores.touched.forEach(function (section) {
      var page = pages.pageOf[section]
      var title = titles.get(page)
      var mask = scores.mask[section]
      if (title) mask = forgiven(mask | title.mask, around)
      var share = cover(mask)
      var score = Math.pow(share, 3) * (scores.sum[section] + (title ? BESIDE * title.sum : 0))
      scores.sum[section] = score
      var hit = raise(hits, page, score, share)
      hit.sum += score
      hit.mask |= mask
    })
    titles.forEach(function (title, page) { scoreTitle(pages, hits, page, title, cover, weights) })
    var standings = pages.statuses.map(function (status) { return STANDING[status] || 1 })
    hits.forEach(function (hit) {
      hit.score += Math.min(OTHERS * Math.max(hit.sum - hit.score, 0), MOST_OTHERS * hit.score)
      hit.score = Math.max(hit.score, TOGETHER * Math.pow(cover(hit.mask), 4))
      hit.score *= standings[pages.facets.status[hit.page]]
      hit.score *= 1 + (SINGULAR * pages.facets.singularity[hit.page]) / MOST_SINGULAR
    })
    var best = top(accepted(pages, Array.from(hits.values()), accepts))
    best.forEach(function (hit) {
      hit.facets = search.facetsOf(pages, hit.page)
      hit.sections = bestSections(pages, scores, hit.page)
    })
    clear(scores)
    return best
  }

  function accepted(pages, hits, accepts) {
    return accepts
      ? hits.filter(function (hit) { return accepts(search.facetsOf(pages, hit.page)) })
      : hits
  }

  // The best hits in order. Most are far from it: numbers alone are sorted faster than hits.
  function top(hits) {
    if (hits.length > MOST_PAGES) {
      var scores = Float64Array.from(hits, function (hit) { return hit.score }).sort()
      var least = scores[hits.length - MOST_PAGES]
      hits = hits.filter(function (hit) { return hit.score >= least })
    }
    hits.sort(function (a, b) { return b.score - a.score || a.page - b.page })
    return hits.slice(0, MOST_PAGES)
  }

  // The places of the tokens that a token joins: 谈制 joins 约谈 and 制度.
  function neighbors(tokens, token) {
    var before = -1, after = -1
    tokens.forEach(function (other, index) {
      if (other.length === 2 && other !== token) {
        if (other[1] === token[0]) before = index
        if (other[0] === token[1]) after = index
      }
    })
    return token.length === 2 && before >= 0 && after >= 0 ? [before, after] : null
  }

  // The share of each token in what the query says: rare tokens say more, but one that is much
  // rarer than both it joins only stands where two words meet, and a digit alone says little.
  // They add up to 1.
  function sharesOf(tokens, postings, around, sections) {
    function amount(index) { return Math.max(postings[index].amount, 1) }
    var weights = postings.map(function (posting, index) {
      var known = amount(index), pair = around[index]
      var least = pair && Math.min(postings[pair[0]].amount, postings[pair[1]].amount)
      var isSeam = known * SEAM <= least || (least > 0 && !postings[index].amount)
      var weight = Math.log(1 + (sections - known + 0.5) / (known + 0.5)) + 0.3
      return isSeam || /^[0-9]$/.test(tokens[index]) ? weight * LITTLE : weight
    })
    var total = weights.reduce(function (sum, weight) { return sum + weight }, 0)
    return weights.map(function (weight) { return weight / total })
  }

  // A title may say more between two words of the query, 测绘成果 is in 测绘地理信息成果, and
  // between a title and its articles there is nothing to say.
  function forgiven(mask, around) {
    for (var index = 0; index < around.length; index++) {
      var pair = around[index]
      if (pair && mask & (1 << pair[0]) && mask & (1 << pair[1])) mask |= 1 << index
    }
    return mask
  }

  // A function that says what share of the query a set of tokens covers.
  function coverage(weights) {
    var known = new Map()
    return function (mask) {
      if (!known.has(mask)) {
        var sum = 0
        weights.forEach(function (weight, index) { if (mask & (1 << index)) sum += weight })
        known.set(mask, sum)
      }
      return known.get(mask)
    }
  }

  function scoreTitles(postings, weights) {
    var found = new Map()
    postings.forEach(function (posting, index) {
      for (var at = 0; at < posting.pages.length; at += 2) {
        var page = posting.pages[at]
        var title = found.get(page)
        if (!title) found.set(page, (title = { mask: 0, sum: 0 }))
        title.mask |= 1 << index
        title.sum += weights[index] * (posting.pages[at + 1] === 3 ? 2.2 : 2)
      }
    })
    return found
  }

  function scoreSections(pages, postings, weights) {
    if (!memory) {
      memory = { sum: new Float64Array(pages.sections), mask: new Int32Array(pages.sections) }
    }
    var sum = memory.sum, mask = memory.mask, touched = []
    postings.forEach(function (posting, index) {
      var list = posting.sections
      for (var at = 0; at < list.length; at += 2) {
        var section = list[at], times = list[at + 1]
        if (!mask[section]) touched.push(section)
        mask[section] |= 1 << index
        sum[section] += (weights[index] * times * 2.2) / (times + 1.2)
      }
    })
    return { sum: sum, mask: mask, touched: touched }
  }

  function clear(scores) {
    scores.touched.forEach(function (section) { scores.sum[section] = scores.mask[section] = 0 })
  }

  function raise(hits, page, score, share) {
    var hit = hits.get(page)
    if (!hit) hits.set(page, (hit = { page: page, score: 0, coverage: 0, titleShare: 0, mask: 0, sum: 0 }))
    if (score > hit.score) {
      hit.score = score
      hit.coverage = share
    }
    return hit
  }

  // The more of a title the query is, the better.
  function scoreTitle(pages, hits, page, title, cover, weights) {
    var share = cover(title.mask)
    var hit = raise(hits, page, Math.pow(share, 3) * title.sum * 1.35, share)
    var length = Math.max(pages.facets.titleTokens[page], 1)
    hit.score *= 1 + 0.5 * share * Math.min(1, weights.length / length)
    hit.titleShare = share
  }

  function bestSections(pages, scores, page) {
    var found = []
    for (var section = pages.first[page]; section < pages.first[page + 1]; section++) {
      if (scores.mask[section]) found.push([scores.sum[section], section - pages.first[page]])
    }
    found.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1] })
    return found.slice(0, MOST_SECTIONS).map(function (pair) { return { score: pair[0], place: pair[1] } })
  }

  // Two lists of hits as one, the second weighed; the better of two hits of a page stays.
  search.merge = function (hits, others, weight) {
    var byPage = new Map(hits.map(function (hit) { return [hit.page, hit] }))
    others.forEach(function (hit) {
      var known = byPage.get(hit.page)
      hit.score *= weight
      if (!known || hit.score > known.score) byPage.set(hit.page, hit)
    })
    return Array.from(byPage.values()).sort(function (a, b) {
      return b.score - a.score || a.page - b.page
    })
  }
})(handbookSearch)
