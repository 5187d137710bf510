// A chart is a figure with a picture; where scripts run, the interactive one takes its place.
(function () {
  if (!window.Plotly) return;
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
    var old = figure.querySelector("ul.behind");
    if (old) old.remove();
    var list = document.createElement("ul");
    list.className = "behind";
    rows(point.customdata, []).slice(0, 40).forEach(function (row) {
      var parts = /^(.*):(\d+)-(\d+)$/.exec(row);
      var page = (window.koreasecPages || {})[parts[1]];
      var item = document.createElement("li");
      var link = document.createElement(page ? "a" : "span");
      if (page) link.href = page + "#c" + parts[2];
      link.textContent = parts[1] + ", " + parts[2] + "–" + parts[3];
      item.appendChild(link);
      list.appendChild(item);
    });
    if (list.children.length) figure.appendChild(list);
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
