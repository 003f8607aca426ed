// Tells the style sheet that scripts run, before the page is painted: what they are about to show has its place then.
document.documentElement.dataset.scripted = "";
