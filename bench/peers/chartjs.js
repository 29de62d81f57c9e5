new Chart(document.querySelector("#chart canvas"), {
  type: "bar",
  data: { labels: data.map((row) => row.name), datasets: [{ data: data.map((row) => row.value), backgroundColor: "#12436d" }] },
  options: {
    indexAxis: "y",
    maintainAspectRatio: false,
    plugins: { legend: { display: false } },
    scales: { y: { ticks: { autoSkip: false } } },
  },
});
