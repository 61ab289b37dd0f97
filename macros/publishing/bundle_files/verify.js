// Compares the files of a chosen folder with sha256.txt. Old syntax, for the browsers of offices.
(function () {
  "use strict";

  var LIST = "sha256.txt";
  var answer = document.getElementById("answer");
  var faults = document.getElementById("faults");

  function show(text, kind, lines) {
    answer.textContent = text;
    answer.className = kind;
    faults.textContent = "";
    lines.forEach(function (line) {
      var item = document.createElement("li");
      item.textContent = line;
      faults.appendChild(item);
    });
  }

  // Path of a file within the chosen folder.
  function nameOf(file) {
    return file.webkitRelativePath.split("/").slice(1).join("/");
  }

  function digest(file) {
    return file.arrayBuffer().then(function (content) {
      return crypto.subtle.digest("SHA-256", content);
    }).then(function (hash) {
      return Array.from(new Uint8Array(hash), function (byte) {
        return ("0" + byte.toString(16)).slice(-2);
      }).join("");
    });
  }

  function parsed(text) {
    var listed = {};
    text.split("\n").forEach(function (line) {
      if (line) listed[line.slice(66)] = line.slice(0, 64);
    });
    return listed;
  }

  function compare(files, listed) {
    var names = Object.keys(listed);
    var lines = [];
    Object.keys(files).forEach(function (name) {
      if (!listed[name] && name !== LIST) lines.push("多出来的文件：" + name);
    });
    return names.reduce(function (before, name, number) {
      return before.then(function () {
        if (number % 20 === 0) show("正在核对：" + number + " / " + names.length, "", []);
        if (!files[name]) return lines.push("缺少：" + name);
        return digest(files[name]).then(function (found) {
          if (found !== listed[name]) lines.push("内容不同：" + name);
        });
      });
    }, Promise.resolve()).then(function () {
      if (lines.length) show("有 " + lines.length + " 处不对，这一份不能用：", "bad", lines);
      else show("核对无误：" + names.length + " 个文件全部一致。", "good", []);
    });
  }

  function verify(chosen) {
    var files = {};
    Array.from(chosen).forEach(function (file) { files[nameOf(file)] = file; });
    if (!files[LIST]) return show("选的文件夹里没有 " + LIST + "，请选手册所在的文件夹。", "bad", []);
    if (!window.crypto || !crypto.subtle || !files[LIST].arrayBuffer) {
      return show("这个浏览器太旧，不能核对，请照下面的办法。", "bad", []);
    }
    return digest(files[LIST]).then(function (seal) {
      document.getElementById("seal").textContent = seal;
      return files[LIST].text();
    }).then(function (text) {
      return compare(files, parsed(text));
    }).catch(function (error) {
      show("读不出文件（" + error.name + "），请换一个 U 盘再拷。", "bad", []);
    });
  }

  document.getElementById("folder").addEventListener("change", function (event) {
    verify(event.target.files);
  });
})();
