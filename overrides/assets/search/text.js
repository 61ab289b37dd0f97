// Cuts a query into the tokens of the index, as macros/search/text.py cuts pages.
var handbookSearch = window.handbookSearch || {}

;(function (search) {
  "use strict"

  var ORDINAL = "第"
  var DIGITS = "零一二三四五六七八九"
  var STEPS = { 十: 10, 百: 100, 千: 1000 }
  var SCALES = { 百: 100, 千: 1000, 万: 10000, 亿: 100000000 }
  var PERCENT =
    /百分之([零〇一二三四五六七八九十百两0-9]+)(?:点([零〇一二三四五六七八九0-9]+))?/g
  var NUMERAL = /[零〇一二三四五六七八九十百千万亿两]+/g
  var SCALED = /([0-9]+(?:\.[0-9]+)?)([百千万亿]+)/g
  var THOUSANDS = /([0-9]),(?=[0-9]{3}(?![0-9]))/g
  var UNIT = /[0-9]+(?:\.[0-9]+)?|[a-z]+|[\u3400-\u9fff]|[〔〕[\]()「」《》]+|[^]/g

  search.isAscii = function (unit) {
    return unit.charCodeAt(0) < 128
  }

  function arabic(numeral) {
    numeral = numeral.replace(/〇/g, "零").replace(/两/g, "二")
    if (!/[十百千万亿]/.test(numeral)) return numeral.replace(/[^0-9]/g, digitOf)
    var total = 0, section = 0, digit = 0
    numeral.split("").forEach(function (char) {
      if (char === "十" || char === "百" || char === "千") {
        section += (digit || 1) * STEPS[char]
        digit = 0
      } else if (char in SCALES) {
        total = (total + section + digit || 1) * SCALES[char]
        section = digit = 0
      } else {
        digit = Number(digitOf(char))
      }
    })
    return String(total + section + digit)
  }

  function digitOf(char) {
    var value = DIGITS.indexOf(char)
    return value < 0 ? char : String(value)
  }

  function percent(whole, number, fraction) {
    return arabic(number) + (fraction ? "." + arabic(fraction) : "") + "%"
  }

  function scaled(whole, number, scales) {
    var value = Number(number)
    scales.split("").forEach(function (scale) { value *= SCALES[scale] })
    return String(Math.round(value * 1e6) / 1e6)
  }

  // Text in small letters and plain forms, all numerals Arabic.
  search.plain = function (text) {
    return text
      .normalize("NFKC")
      .toLowerCase()
      .replace(THOUSANDS, "$1")
      .replace(PERCENT, percent)
      .replace(SCALED, scaled)
      .replace(NUMERAL, arabic)
  }

  // Runs of Chinese characters, numbers and Latin words between punctuation.
  search.units = function (text) {
    var runs = [[]]
    var found = search.plain(text).match(UNIT) || []
    found.forEach(function (unit) {
      if (/^[0-9a-z\u3400-\u9fff]/.test(unit)) runs[runs.length - 1].push(unit)
      else if (!/^[〔〕[\]()「」《》]/.test(unit) && runs[runs.length - 1].length) runs.push([])
    })
    return runs.filter(function (run) { return run.length })
  }

  // The different tokens of a query.
  search.tokens = function (text) {
    var found = new Set()
    search.units(text).forEach(function (run) {
      run.forEach(function (unit, index) {
        if (search.isAscii(unit) && run[index - 1] !== ORDINAL) found.add(unit)
        if (index + 1 < run.length) found.add(joined(unit, run[index + 1]))
      })
      if (run.length === 1 && !search.isAscii(run[0])) found.add(run[0])
    })
    return Array.from(found)
  }

  function joined(first, second) {
    var both = search.isAscii(first) && search.isAscii(second)
    return both ? first + "\x01" + second : first + second
  }

  // The number of the file that holds a token (FNV-1a over UTF-16 units).
  search.shardOf = function (token, shards) {
    var value = 2166136261
    for (var index = 0; index < token.length; index++) {
      value = Math.imul(value ^ token.charCodeAt(index), 16777619) >>> 0
    }
    return value % shards
  }
})(handbookSearch)
