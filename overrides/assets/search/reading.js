// Reads the text of the best hits, and puts those first that answer what was asked.
;(function (search) {
  "use strict"

  var FULL = 0.999
  var ARTICLE = /第?[0-9]+条(?:之[0-9]+)?/
  var READ = /[0-9a-z\u3400-\u9fff]/g

  // What text says that answers a question, both in plain form.
  var TIME = "(?:天|日|个?月|年|小时|分钟|个?工作日|周)"
  var ANSWERS = [
    [/谁|哪个(?:部门|科室|股室|领导)/, /批准|审批|审核|同意|签字|签发|负责|主持|决定/],
    [/多少钱|几块|收费|要钱/, /[0-9]元|免费|收取.{0,6}费/],
    [/(?:几|多少)(?:天|日|个?工作日)/, /[0-9](?:天|日|个?工作日)/],
    [/(?:几|多少)个?月/, /[0-9]个?月/],
    [/(?:几|多少)年|年限/, /[0-9]年/],
    [/周期|频[次率]|(?:多久|几(?:天|周|个?月|年)).{0,4}次/, /每[0-9]*个?[天日周月季年半]/],
    [
      /多久|多长|什么时候|何时|哪天|(?:几|多少)(?:个?小时|分钟|周)|期限|时限|时长|期间/,
      new RegExp("[0-9]" + TIME + "|每[年月周日季半]"),
    ],
    [/材料|资料|手续|要交|带什么/, /(?:提交|提供|报送|出具).{0,12}(?:材料|资料|证明|文件|申请)/],
    [/条件|资格|情形|哪些人/, /下列(?:条件|情形|人员)|具备|符合.{0,10}条件/],
    [/种类|几种|几类|分为|分区|分级|等级/, /分为|种类为|[一二三四五六0-9]级/],
    [/内容|包括/, /包括(?:下列|以下)?|下列内容/],
    [/罚|处分|后果|责任/, /罚款|处分|警告|赔偿|追究/],
    [/不能|不可以/, /不得|禁止|严禁|不准/],
    [/能不能|可不可以|可以|能.*吗|是否/, /不得|禁止|严禁|不准|可以|方可|应当|只能/],
  ]
  var MEASURE = /(?:几|多少)([次场人名位棵处亩件份项条户家批期届张套间辆])/
  var ANSWERED = 1.6

  // The part of a score that depends on the single characters of the query.
  var SINGLY = 0.6

  // What an article begins with is what it is about.
  var OPENING = 20
  var OPENED = 0.2
  var BEGUN = 1.3

  // The state is in the titles of all its laws, and in none that anybody types.
  var STATE = /^中华人民共和国/
  var LIKE_TITLE = 0.5
  var SAME_TITLE = 6

  // What a title is about, its kind left out: 土地调查条例 answers what asks for 土地调查周期.
  var KIND = /(?:管理|工作|实施|暂行|试行)*(?:条例|办法|规定|制度|细则|规则|意见|方案|法)$/
  var ABOUT = 1

  // A heading says less than an article.
  var HEADING = 0.7

  var LINKS = 4

  // A promise of hits with title, address and the text of their sections, the best first.
  //
  // typed: what the reader typed; bare: the same without the words that only ask.
  search.read = async function (hits, typed, bare) {
    var asked = wanted(typed)
    var read = await Promise.all(hits.map(withText))
    read.forEach(function (hit) {
      weigh(hit, hit.isSpelled ? hit.words : bare, asked)
      askedFirst(hit, typed)
      hit.sections = hit.sections.slice(0, LINKS)
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

  // A hit with its title, address and the text of its best sections, and of those beside them.
  async function withText(hit) {
    var starts = (await search.pages()).files[hit.page]
    function fileOf(place) {
      return starts.filter(function (start) { return start <= place }).length - 1
    }
    var places = hit.sections.length ? hit.sections : [{ place: 0, score: 0 }]
    var files = new Set(places.slice(0, LINKS).map(function (one) { return fileOf(one.place) }))
    var parts = new Map()
    await Promise.all(Array.from(files).map(async function (file) {
      parts.set(file, await search.load("p" + hit.page + "-" + file))
    }))
    var known = places.filter(function (one) { return parts.has(fileOf(one.place)) })
    var head = parts.values().next().value
    return {
      title: head[0], address: head[1], facts: head[2], facets: hit.facets,
      score: hit.score, words: hit.words, isSpelled: hit.isSpelled, isTitle: hit.titleShare > FULL,
      sections: known.map(function (one) {
        var file = fileOf(one.place), row = parts.get(file)[3][one.place - starts[file]]
        return { anchor: row[0], heading: row[1], path: row[2], text: row[3], score: one.score }
      }),
    }
  }

  // Raises sections, and with them their page, that hold more of the query or answer it.
  function weigh(hit, query, asked) {
    var plain = letters(query)
    var characters = Array.from(new Set(plain))
    var names = [plain, letters(hit.words)].filter(function (name) { return name.length > 2 })
    var best = 0
    hit.sections.forEach(function (section) {
      var text = search.plain(section.text)
      var all = search.plain(hit.title + section.path + section.heading) + text
      var factor = 1 - SINGLY + SINGLY * share(characters, all)
      if (asked.some(function (answer) { return answer.test(text) })) factor *= ANSWERED
      if (begins(letters(text), names)) factor *= BEGUN
      best = Math.max(best, factor)
      if (section.anchor && !text) factor *= HEADING
      section.score *= factor * (1 + OPENED * share(characters, text.slice(0, OPENING)))
    })
    hit.score *= best * titled(hit, plain)
    hit.sections.sort(function (a, b) { return b.score - a.score })
  }

  // What the title adds: a query may be all of it, with or without an article.
  function titled(hit, plain) {
    var title = letters(hit.title.replace(STATE, ""))
    var named = plain.replace(ARTICLE, "")
    if (named === title) return SAME_TITLE
    var topic = title.replace(KIND, "")
    var about = topic && named.indexOf(topic) >= 0 ? topic.length / named.length : 0
    return 1 + LIKE_TITLE * likeness(named, title) + ABOUT * about
  }

  // What is read of a text, as search.plain gives it; 的 is often left out.
  function letters(text) {
    return (search.plain(text).match(READ) || []).join("").replace(/的/g, "")
  }

  function begins(text, names) {
    return names.some(function (name) { return text.indexOf(name) === 0 })
  }

  function share(characters, text) {
    var held = characters.filter(function (one) { return text.indexOf(one) >= 0 })
    return held.length / Math.max(characters.length, 1)
  }

  // How much of the longer one is the longest stretch that both have.
  function likeness(one, other) {
    var longest = 0
    for (var start = 0; start + longest < one.length; start++) {
      var end = start + longest + 1
      while (end <= one.length && other.indexOf(one.slice(start, end)) >= 0) longest = end++ - start
    }
    return longest / Math.max(one.length, other.length)
  }

  // The article that the query names stands before those that only cite its like.
  function askedFirst(hit, typed) {
    var article = search.plain(typed).match(ARTICLE)
    if (!article) return
    var label = article[0].replace(/^第?/, "第")
    function isAsked(section) { return search.plain(section.heading) === label ? 1 : 0 }
    hit.sections.sort(function (a, b) { return isAsked(b) - isAsked(a) })
  }
})(handbookSearch)
