// The texts whose colour stands out less than 4.5:1 from the ground they lie on, as "selector: ratio: words".
// Half-transparent colours are laid over what is behind them, as the browser does.
const parse = (text) => {
  const parts = text.match(/[\d.]+/g).map(Number);
  return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
};
const over = (top, alpha, below) => top.map((value, i) => value * alpha + below[i] * (1 - alpha));
const ground = (element) => {
  if (!element) return [255, 255, 255];
  const own = parse(getComputedStyle(element).backgroundColor);
  return own.alpha === 1 ? own.rgb : over(own.rgb, own.alpha, ground(element.parentElement));
};
const luminance = (rgb) => {
  const [r, g, b] = rgb.map((value) => value / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (element) => {
  const style = getComputedStyle(element);
  const ink = parse(style.color);
  const paper = ground(element);
  const seen = over(ink.rgb, ink.alpha * Number(style.opacity), paper);
  const [light, dark] = [luminance(seen), luminance(paper)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const faint = [];
for (const element of document.querySelectorAll(arguments[0])) {
  const found = ratio(element);
  if (found < 4.5) faint.push(`${element.className || element.tagName}: ${found.toFixed(2)}: ${element.textContent.slice(0, 40)}`);
}
return [...new Set(faint)];
