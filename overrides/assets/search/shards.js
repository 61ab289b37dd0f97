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

  // Of each page there is the number of its sections, then where each file but the first begins.
  function unpack(packed) {
    var numbers = packed.counts.split(",").map(function (page) {
      return page.split("/").map(function (number) { return parseInt(number, 36) })
    })
    var counts = numbers.map(function (page) { return page[0] })
    var first = new Int32Array(counts.length + 1)
    var pageOf = new Int32Array(packed.sections)
    counts.forEach(function (count, page) {
      first[page + 1] = first[page] + count
      pageOf.fill(page, first[page], first[page + 1])
    })
    return {
      sections: packed.sections, shards: packed.shards, first: first,
      files: numbers.map(function (page) { return [0].concat(page.slice(1)) }),
      pageOf: pageOf, facets: facets(packed, counts.length),
      categories: packed.categories, statuses: packed.statuses, years: packed.years,
    }
  }

  // Each page has six characters: category, status, year (two), tokens of the title, and how
  // little the title shares with others.
  function facets(packed, count) {
    var places = [[0, 1], [1, 2], [2, 4], [4, 5], [5, 6]]
    var columns = places.map(function () { return new Uint16Array(count) })
    for (var page = 0; page < count; page++) {
      places.forEach(function (place, index) {
        var text = packed.facets.slice(page * 6 + place[0], page * 6 + place[1])
        columns[index][page] = parseInt(text, 36)
      })
    }
    return {
      category: columns[0], status: columns[1], year: columns[2], titleTokens: columns[3],
      singularity: columns[4],
    }
  }

  // What a page is, in words: {category, status, year}.
  search.facetsOf = function (pages, page) {
    return {
      category: pages.categories[pages.facets.category[page]],
      status: pages.statuses[pages.facets.status[page]],
      year: pages.years[pages.facets.year[page]],
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
