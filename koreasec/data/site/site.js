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
    }, function () {
      place.remove();
    });
  }
  function all() {
    document.querySelectorAll("figure.chart").forEach(draw);
  }
  var fonts = document.fonts ? document.fonts.load("13px koreasec", "가") : Promise.resolve();
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
