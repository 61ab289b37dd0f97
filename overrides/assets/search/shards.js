// Loads the files of the index as scripts: that works from a folder and under a strict policy.
;(function (search) {
  "use strict"

  // This file is assets/search/shards.js of the site.
  search.base = document.currentScript.src.replace(/assets\/search\/[^/]*$/, "")
  var wanted = new Map()
  var receivers = new Map()

  // Called by each file of the index with its name and value.
  search.receive = function (name, value) {
    if (receivers.has(name)) receivers.get(name)(value)
  }

  // A promise of the value of a file, unpacked once. What fails is asked for again the next time.
  search.load = function (name, unpack) {
    if (!wanted.has(name)) {
      var value = request(name).then(unpack)
      value.catch(function () { wanted.delete(name) })
      wanted.set(name, value)
    }
    return wanted.get(name)
  }

  function request(name) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script")
      receivers.set(name, resolve)
      // A file that was cut short, or a page in its place, loads and hands over nothing.
      script.onload = script.onerror = function () {
        receivers.delete(name)
        script.remove()
        reject(new Error(script.src))
      }
      script.src = search.base + "search/" + name + ".js"
      document.head.appendChild(script)
    })
  }

  // A promise of what every query needs of all pages.
  search.pages = function () {
    return search.load("pages", unpack)
  }

  function unpack(packed) {
    var counts = packed.counts.split(",").map(function (count) { return parseInt(count, 36) })
    var first = new Int32Array(counts.length + 1)
    var pageOf = new Int32Array(packed.sections)
    counts.forEach(function (count, page) {
      first[page + 1] = first[page] + count
      pageOf.fill(page, first[page], first[page + 1])
    })
    return {
      count: counts.length, sections: packed.sections, shards: packed.shards,
      perFile: packed.perFile, first: first, pageOf: pageOf,
      categories: packed.categories, statuses: packed.statuses, years: packed.years,
      facetsOf: function (page) { return facets(packed, page) },
    }
  }

  // Each page has six characters: category, status, year (two), tokens of the title, and how
  // little the title shares with others.
  function facets(packed, page) {
    var at = page * 6
    function value(from, to) { return parseInt(packed.facets.slice(at + from, at + to), 36) }
    return {
      category: packed.categories[value(0, 1)],
      status: packed.statuses[value(1, 2)],
      year: packed.years[value(2, 4)],
      titleTokens: value(4, 5),
      singularity: value(5, 6) / 35,
    }
  }

  // A promise of the postings of a token.
  search.postings = function (token, shards) {
    var name = "s" + search.shardOf(token, shards)
    return search.load(name).then(function (text) {
      return decode("\n" + text + "\n", token)
    })
  }

  function decode(table, token) {
    var start = table.indexOf("\n" + token + "\t")
    if (start < 0) return { amount: 0, pages: [], sections: [] }
    var line = table.slice(start + token.length + 2, table.indexOf("\n", start + 1)).split("\t")
    return { amount: parseInt(line[0], 36), pages: pairs(line[1]), sections: pairs(line[2]) }
  }

  // Steps in base 36, each closed by a capital: number and weight by turns.
  function pairs(text) {
    var found = [], step = 0, last = 0
    for (var index = 0; index < text.length; index++) {
      var code = text.charCodeAt(index)
      if (code >= 65 && code <= 90) {
        last += step
        step = 0
        found.push(last, code - 64)
      } else {
        step = step * 36 + (code < 58 ? code - 48 : code - 87)
      }
    }
    return found
  }
})(handbookSearch)
