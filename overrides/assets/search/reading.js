// Reads the text of the best hits, and puts those first that answer what was asked.
;(function (search) {
  "use strict"

  var FULL = 0.999
  var ARTICLE = /第[0-9]+条(?:之[0-9]+)?/
  var READ = /[0-9a-z\u3400-\u9fff]/g

  // What text says that answers a question, both in plain form.
  var TIME = "(?:天|日|个?月|年|小时|分钟|个?工作日|周)"
  var ANSWERS = [
    [/谁|哪个(?:部门|科室|股室|领导)/, /批准|审批|审核|同意|签字|签发|负责|主持|决定/],
    [/多少钱|几块/, /[0-9]元|免费/],
    [
      new RegExp("多久|多长时间|什么时候|何时|哪天|(?:几|多少)" + TIME),
      new RegExp("[0-9]" + TIME + "|每[年月周日季半]"),
    ],
    [/能不能|可不可以|可以|能.*吗|是否/, /不得|禁止|严禁|不准|可以|方可|应当|只能/],
  ]
  var MEASURE = /(?:几|多少)([次场人名位棵处亩件份项条户家批期届张套间辆])/
  var ANSWERED = 1.4

  // The part of a score that depends on the single characters of the query.
  var SINGLY = 0.6

  // A promise of hits with title, address and the text of their sections, the best first.
  //
  // typed: what the reader typed; bare: the same without the words that only ask.
  search.read = async function (hits, typed, bare) {
    var asked = bare === typed ? [] : wanted(typed)
    var read = await Promise.all(hits.map(withText))
    read.forEach(function (hit) {
      weigh(hit, hit.isSpelled ? hit.words : bare, asked)
      askedFirst(hit, typed)
      if (!hit.isSpelled && hit.words !== typed) hit.words += " " + typed
    })
    return read.sort(function (a, b) { return b.score - a.score })
  }

  // What an answer to a question looks like.
  function wanted(question) {
    var found = ANSWERS.filter(function (pair) { return pair[0].test(question) })
    var measure = question.match(MEASURE)
    if (measure) found.push([MEASURE, new RegExp("[0-9]" + measure[1])])
    return found.map(function (pair) { return pair[1] })
  }

  // A hit with its title, address and the text of its best sections.
  async function withText(hit) {
    var pages = await search.pages()
    var places = hit.sections.length ? hit.sections : [{ place: 0, score: 0 }]
    var parts = await Promise.all(
      places.map(function (one) {
        return search.load("p" + hit.page + "-" + Math.floor(one.place / pages.perFile))
      })
    )
    return {
      title: parts[0][0], address: parts[0][1], facts: parts[0][2], facets: hit.facets,
      score: hit.score, words: hit.words, isSpelled: hit.isSpelled, isTitle: hit.titleShare > FULL,
      sections: places.map(function (one, index) {
        var row = parts[index][3][one.place % pages.perFile]
        return { anchor: row[0], heading: row[1], path: row[2], text: row[3], score: one.score }
      }),
    }
  }

  // Raises sections, and with them their page, that hold more of the query or answer it.
  function weigh(hit, query, asked) {
    var characters = new Set(search.plain(query).match(READ))
    var best = 0
    hit.sections.forEach(function (section) {
      var text = search.plain(section.text)
      var all = search.plain(hit.title + section.path + section.heading) + text
      var held = Array.from(characters).filter(function (one) { return all.indexOf(one) >= 0 })
      var factor = 1 - SINGLY + (SINGLY * held.length) / Math.max(characters.size, 1)
      if (asked.some(function (answer) { return answer.test(text) })) factor *= ANSWERED
      section.score *= factor
      best = Math.max(best, factor)
    })
    hit.score *= best
    hit.sections.sort(function (a, b) { return b.score - a.score })
  }

  // The article that the query names stands before those that only cite its like.
  function askedFirst(hit, typed) {
    var article = search.plain(typed).match(ARTICLE)
    if (!article) return
    function isAsked(section) { return search.plain(section.heading) === article[0] ? 1 : 0 }
    hit.sections.sort(function (a, b) { return isAsked(b) - isAsked(a) })
  }
})(handbookSearch)
