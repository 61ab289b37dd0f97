// The words of the handbook, by reading and by likeness to what was typed.
;(function (search) {
  "use strict"

  var LONGEST = 8
  var LONGEST_READING = 36
  var LEFT_OUT = 3
  var JOINS = /[的和与及或等]/

  // A promise of the dictionary.
  search.dictionary = function () {
    return search.load("dictionary", unpack)
  }

  function unpack(packed) {
    var readings = {}, simple = {}
    Object.keys(packed.readings).forEach(function (reading) {
      Array.from(packed.readings[reading]).forEach(function (char) { readings[char] = reading })
    })
    Array.from(packed.traditional[0]).forEach(function (char, index) {
      simple[char] = packed.traditional[1][index]
    })
    var words = entries(packed.phrases, true).concat(entries(packed.words, false))
    var book = {
      words: words, spoken: [], readings: readings, syllables: new Set(Object.keys(packed.readings)),
      known: new Set(), simple: simple, byReading: {}, byLength: {},
    }
    words.forEach(function (word) {
      book.known.add(word.text)
      var known = packed.exceptions[word.text]
      var usual = syllablesOf(book, word.text)
      speak(book, word, known ? known.split(" ") : usual, word.rank)
      // Some give every character its usual reading: 田常 for 田长.
      if (known) speak(book, word, usual, 0)
      add(book.byLength, word.text.length, word)
    })
    return book
  }

  // Words come by frequency: rank falls from 1 to 0.
  function entries(text, inTitle) {
    var words = text ? text.split(" ") : []
    return words.map(function (word, index) {
      return { text: word, inTitle: inTitle, rank: 1 - index / words.length }
    })
  }

  function speak(book, word, syllables, rank) {
    var reading = syllables.join("")
    var initials = syllables.map(function (one) { return one[0] }).join("")
    add(book.byReading, reading, word)
    book.spoken.push({
      text: word.text, inTitle: word.inTitle, rank: rank, reading: reading, initials: initials,
      syllables: syllables,
    })
  }

  function add(index, key, word) {
    if (!index[key]) index[key] = []
    index[key].push(word)
  }

  function syllablesOf(book, text) {
    return Array.from(text).map(function (char) { return book.readings[char] || char })
  }

  // Simplified text.
  search.simplified = function (book, text) {
    return Array.from(text).map(function (char) { return book.simple[char] || char }).join("")
  }

  // What pinyin or initials may stand for: {text, weight}, the likeliest first, weight 1.
  search.fromPinyin = function (book, typed) {
    // The mark in dang'an parts syllables, not words.
    var parts = typed.toLowerCase().replace(/ü/g, "v").replace(/['’]/g, "").split(/ +/).filter(Boolean)
    var letters = parts.join("")
    var found = book.spoken
      .map(function (word) { return { text: word.text, weight: pinyinWeight(word, letters) } })
      .filter(function (one) { return one.weight > 0 })
    if (!found.length) found = nearly(book, letters)
    if (!found.length && parts.length > 1) found = partByPart(book, parts)
    if (!found.length) found = oneAfterAnother(book, letters)
    found.sort(function (a, b) { return b.weight - a.weight })
    found = found.slice(0, 6)
    return found.map(function (one) { return { text: one.text, weight: one.weight / found[0].weight } })
  }

  function pinyinWeight(word, letters) {
    var likeness = 0
    if (word.reading === letters) likeness = 4
    else if (word.initials === letters) likeness = 3.6
    else if (word.reading.indexOf(letters) === 0) {
      likeness = 3 - (word.reading.length - letters.length) * 0.05
    } else if (letters.length > 2 && word.initials.indexOf(letters) === 0) {
      likeness = 2.6 - (word.initials.length - letters.length) * 0.1
    }
    return likeness > 0 ? likeness + (word.inTitle ? 1 : 0) + word.rank * 0.5 : 0
  }

  // 还 is hai or huan: one syllable of three may be another one.
  function nearly(book, letters) {
    var found = book.spoken.filter(function (word) {
      return word.syllables.length > 2 && word.syllables.some(function (syllable, index) {
        var before = word.syllables.slice(0, index).join("")
        var after = word.syllables.slice(index + 1).join("")
        var other = letters.slice(before.length, letters.length - after.length)
        return before + other + after === letters && book.syllables.has(other)
      })
    })
    return found.map(function (word) {
      return { text: word.text, weight: 0.9 + (word.inTitle ? 1 : 0) + word.rank * 0.5 }
    })
  }

  function partByPart(book, parts) {
    var words = parts.map(function (part) {
      return (book.byReading[part] || book.spoken.filter(function (word) {
        return word.initials === part
      }))[0]
    })
    if (!words.every(Boolean)) return []
    return [{ text: words.map(function (word) { return word.text }).join(" "), weight: 1 }]
  }

  // Words without a space between: 公务员 考核 for gongwuyuankaohe. A syllable that belongs to
  // none, as in xinfangren, is left out.
  function oneAfterAnother(book, letters) {
    var best = [{ words: [], cost: 0 }]
    for (var end = 1; end <= letters.length; end++) {
      for (var start = Math.max(0, end - LONGEST_READING); start < end; start++) {
        var piece = letters.slice(start, end), word = (book.byReading[piece] || [])[0]
        if (!best[start] || !(word || book.syllables.has(piece))) continue
        var cost = best[start].cost + (word ? 1 : LEFT_OUT)
        if (best[end] && best[end].cost <= cost) continue
        best[end] = { words: best[start].words.concat(word ? word.text : []), cost: cost }
      }
    }
    var found = best[letters.length]
    return found && found.words.length ? [{ text: found.words.join(" "), weight: 1 }] : []
  }

  // Texts with one stretch replaced by a word that sounds alike, looks alike or is its long form.
  search.corrections = function (book, text) {
    var chars = Array.from(text), found = []
    var isJoint = joints(book, text)
    for (var start = 0; start < chars.length; start++) {
      for (var size = 2; size <= LONGEST && start + size <= chars.length; size++) {
        var stretch = chars.slice(start, start + size).join("")
        if (!/^[\u3400-\u9fff]+$/.test(stretch)) break
        if (!isJoint[start] || !isJoint[start + size]) continue
        likeWords(book, stretch).forEach(replace)
      }
    }
    return found

    function replace(like) {
      var before = chars.slice(0, start).join(""), after = chars.slice(start + size).join("")
      found.push({ text: before + like.text + after, weight: like.weight })
    }
  }

  // Where a text may be cut: nowhere within a word of the handbook, 森林火 is no stretch of 森林火灾.
  function joints(book, text) {
    var found = Array(text.length + 1).fill(true)
    for (var start = 0; start < text.length; start++) {
      for (var size = 2; size <= LONGEST && start + size <= text.length; size++) {
        if (!book.known.has(text.slice(start, start + size))) continue
        for (var within = 1; within < size; within++) found[start + within] = false
      }
    }
    return found
  }

  function likeWords(book, stretch) {
    var size = stretch.length, found = []
    var reading = syllablesOf(book, stretch).join("")
    ;(book.byReading[reading] || []).forEach(function (word) {
      var changed = differences(word.text, stretch)
      if (changed && changed < size && (word.inTitle || size > 2)) {
        found.push({ text: word.text, weight: 0.9 + 0.01 * size })
      }
    })
    if (size >= 3) {
      ;(book.byLength[size] || []).forEach(function (word) {
        if (word.inTitle && differences(word.text, stretch) === 1 && !joins(word.text, stretch)) {
          found.push({ text: word.text, weight: 0.7 + 0.02 * size })
        }
      })
    }
    return found.concat(longForms(book, stretch))
  }

  // Nobody types 周期 for 的期: a word that only joins others is no correction.
  function joins(word, stretch) {
    return Array.from(word).some(function (char, index) {
      return char !== stretch[index] && JOINS.test(char)
    })
  }

  function differences(one, other) {
    if (one.length !== other.length) return Infinity
    var count = 0
    for (var index = 0; index < one.length; index++) if (one[index] !== other[index]) count++
    return count
  }

  // 支委会 is short for 支部委员会: its characters in order, the first one first.
  function longForms(book, stretch) {
    if (stretch.length < 2 || stretch.length > 5) return []
    if (book.known.has(stretch)) return []
    return book.words
      .filter(function (word) { return isLongForm(word.text, stretch) })
      .slice(0, 3)
      .map(function (word) { return { text: word.text, weight: 0.8 } })
  }

  function isLongForm(word, stretch) {
    if (word[0] !== stretch[0] || word.length <= stretch.length) return false
    if (word.length > stretch.length * 2 || word.indexOf(stretch) >= 0) return false
    if (JOINS.test(word) && !JOINS.test(stretch)) return false
    var at = 0
    for (var index = 0; index < word.length; index++) if (word[index] === stretch[at]) at++
    return at === stretch.length
  }
})(handbookSearch)
