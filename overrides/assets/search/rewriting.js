// What a reader typed, and what else it may mean: looks up each and merges the hits.
;(function (search) {
  "use strict"

  var MOST_HITS = 10
  var MOST_READ = 10
  var MOST_REWRITINGS = 10
  var WORTH_SHOWING = 0.02
  var FULL = 0.999

  // A name that the handbook uses itself is what the reader means, more than its other names.
  var IN_USE = 0.85
  var POOR = 0.9

  var LETTERS = /^[a-zü' ]{2,}$/i
  var NUMBER = /(\d{4})\s*[年〕\])]?\s*第?\s*(\d+)\s*号(?:文件|文)?/g
  var ASKS = /什么|怎么|怎样|如何|哪|谁|多久|多长|多少|几|吗|呢|是否|是不是|能不能|可不可以/
  var COUNTED =
    /([\u3400-\u9fff])([0-9一二三四五六七八九十两半几]+个?(?:小时|天|次|年|月|周|场|回))([\u3400-\u9fff])/
  var ARTICLE = /([法例定则制度程办])([0-9零一二三四五六七八九十百]+)条/
  var EACH = /一个?(年|季度|月|周|天)/
  var QUESTION_WORDS = new RegExp(
    [
      "请问", "怎么(?:办理|处理|规定|办|样|算)?", "怎样", "如何", "什么时候", "什么",
      "哪(?:些人?|个|里|天|种)?", "还(?:会|能|要)?被?", "会被", "[归找由]?谁(?:来|管|办)?",
      "多长时间", "多久", "多少(?:钱|天|人|次)?", "几(?:天|次|个|年|个月|人)?内?", "是否",
      "是不是", "能不能", "可不可以", "不能", "不可以", "可以", "应该", "需要", "吗", "呢", "的",
      "了", "是", "要", "来", "能", "有",
    ].join("|"),
    "g"
  )

  // A promise of up to ten hits for what was typed, ready to be shown.
  //
  // accepts: a function of a page's facets {category, status, year}; all pages if left out.
  search.find = async function (typed, accepts) {
    var text = typed.trim().replace(NUMBER, "$1〕$2号")
    var hits = LETTERS.test(text)
      ? await fromLetters(text, accepts)
      : await fromWords(text, accepts)
    var least = hits.length ? hits[0].score * WORTH_SHOWING : 0
    hits = hits.slice(0, MOST_READ).filter(function (hit) { return hit.score >= least })
    return (await search.read(hits, typed, bareOf(text))).slice(0, MOST_HITS)
  }

  async function fromLetters(text, accepts) {
    var found = await Promise.all([match(text, accepts), search.dictionary()])
    var hits = await lookUp(found[0], search.fromPinyin(found[1], text), accepts)
    hits.forEach(function (hit) { hit.isSpelled = true })
    return hits
  }

  async function fromWords(text, accepts) {
    var bare = bareOf(text)
    // All at once: each wait for files is felt.
    var readings = as(1, [text, bare, reworded(bare)])
    var renamings = renamed(await search.synonyms(), bare)
    var hits = await lookUp([], readings.concat(renamings), accepts)
    if (hits.length && hits[0].coverage > FULL) return hits
    var book = await search.dictionary()
    var simple = search.simplified(book, bare)
    if (simple !== bare) hits = await lookUp(hits, as(1, [simple]), accepts)
    if (hits.length && hits[0].coverage > POOR) return hits
    hits = await lookUp(hits, search.corrections(book, simple), accepts)
    if (bare === text || (hits.length && hits[0].coverage > POOR)) return hits
    // 喝酒 is not there, but 饮酒 is: a question may share no more than characters.
    var characters = Array.from(simple).join(" ")
    return lookUp(hits, as(1, [simple + " " + characters]), accepts)
  }

  // A promise of the terms that have several names: [all names, those in use] each.
  search.synonyms = function () {
    return search.load("synonyms")
  }

  function as(weight, texts) {
    return texts.map(function (text) { return { text: text, weight: weight } })
  }

  // 请两天假 is 请假 for 两天, 一个月几次 asks for what is 每月, and 森林法四十条 for 第四十条.
  function reworded(text) {
    return text.replace(COUNTED, "$1$3 $2").replace(EACH, "每$1").replace(ARTICLE, "$1第$2条")
  }

  // A question without the words that only ask.
  function bareOf(text) {
    return (ASKS.test(text) && text.replace(QUESTION_WORDS, " ").trim()) || text
  }

  // Hits remember the words that found them, to be marked.
  async function match(text, accepts) {
    var hits = await search.match(text, accepts)
    hits.forEach(function (hit) { hit.words = text })
    return hits
  }

  async function lookUp(hits, rewritings, accepts) {
    var some = distinct(rewritings).slice(0, MOST_REWRITINGS)
    var found = await Promise.all(some.map(function (one) { return match(one.text, accepts) }))
    some.forEach(function (one, index) { hits = search.merge(hits, found[index], one.weight) })
    return hits
  }

  function distinct(rewritings) {
    var seen = new Set()
    var sorted = rewritings.sort(function (a, b) { return b.weight - a.weight })
    return sorted.filter(function (one) {
      var isNew = !seen.has(one.text)
      seen.add(one.text)
      return isNew
    })
  }

  // Texts with the longest known name replaced by the other names the handbook uses.
  function renamed(groups, text) {
    var found = []
    groups.forEach(function (group) {
      var name = longest(group[0].filter(function (one) { return text.indexOf(one) >= 0 }))
      if (!name) return
      group[1].forEach(function (other) {
        if (other !== name && text.indexOf(other) < 0) {
          var weight = other === group[0][0] ? 0.95 : 0.85
          if (group[1].indexOf(name) >= 0) weight *= IN_USE
          found.push({ text: text.replace(name, other), weight: weight })
        }
      })
    })
    return found
  }

  function longest(names) {
    return names.sort(function (a, b) { return b.length - a.length })[0]
  }
})(handbookSearch)
