// A chart is a figure with a picture; where scripts run, the interactive one takes its place.
(function () {
  // A place without a mark of its own: show the last mark before it.
  function place() {
    var wanted = /^#c(\d+)$/.exec(location.hash);
    if (!wanted || document.getElementById("c" + wanted[1])) return;
    var before = null;
    document.querySelectorAll("a[id]").forEach(function (mark) {
      if (/^c\d+$/.test(mark.id) && +mark.id.slice(1) <= +wanted[1]) before = mark;
    });
    if (before) before.scrollIntoView({ block: "center" });
  }
  place();
  window.addEventListener("hashchange", place);
  if (!window.Plotly) return;
  var MOST = 40; // passages that one click lists
  function draw(figure) {
    var spec = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    var image = figure.querySelector("img");
    var place = document.createElement("div");
    figure.insertBefore(place, image);
    Plotly.newPlot(place, spec.data, spec.layout, spec.config).then(function () {
      image.hidden = true;
      figure.classList.add("live");
      place.on("plotly_click", function (event) { behind(figure, event.points[0]); });
    }, function () {
      place.remove();
    });
  }
  // A click lists the passages behind a point, each a link into its text.
  function rows(value, found) {
    if (Array.isArray(value)) value.forEach(function (each) { rows(each, found); });
    else if (typeof value === "string" && /:\d+-\d+$/.test(value)) found.push(value);
    return found;
  }
  function behind(figure, point) {
    figure.querySelectorAll(".behind").forEach(function (old) { old.remove(); });
    var found = rows(point.customdata, []);
    found = found.filter(function (row, at) { return found.indexOf(row) === at; });
    var told = document.createElement("p");
    told.className = "behind";
    told.textContent = "Behind this point: " + (found.length > MOST ? MOST + " of " : "") + found.length + (found.length === 1 ? " passage" : " passages");
    var list = document.createElement("ul");
    list.className = "behind";
    found.slice(0, MOST).forEach(function (row) {
      var parts = /^(.*):(\d+)-(\d+)$/.exec(row);
      var page = (window.koreasecPages || {})[parts[1]];
      var item = document.createElement("li");
      var link = document.createElement(page ? "a" : "span");
      if (page) link.href = page + "#c" + parts[2];
      link.textContent = parts[1] + ", " + parts[2] + "–" + parts[3];
      item.appendChild(link);
      list.appendChild(item);
    });
    if (!found.length) return;
    var last = figure.querySelector("details");
    figure.insertBefore(told, last);
    figure.insertBefore(list, last);
  }
  function all() {
    document.querySelectorAll("figure.chart").forEach(draw);
  }
  var fonts = document.fonts ? document.fonts.load('13px "Koreasec Sans"', "가") : Promise.resolve();
  fonts.then(all, all);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("figure.live").forEach(function (figure) {
      figure.querySelector("div").hidden = true;
      figure.querySelector("img").hidden = false;
    });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("figure.live").forEach(function (figure) {
      figure.querySelector("div").hidden = false;
      figure.querySelector("img").hidden = true;
    });
  });
})();
