// Copy buttons. Without script they are hidden and the text is selected by hand.
for (const button of document.querySelectorAll('button[data-kopier]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.kopier).textContent.trim());
    const before = button.textContent;
    button.textContent = button.dataset.kopiert;
    setTimeout(() => { button.textContent = before; }, 2000);
  });
}
