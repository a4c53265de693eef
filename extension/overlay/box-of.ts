/** Where an element is in the top window: within frames, the frames' own places are added. */
export function boxOf(element: Element): DOMRect {
  const { left, top, width, height } = element.getBoundingClientRect();
  let [x, y] = [left, top];
  let view = element.ownerDocument.defaultView;
  for (let frame = view?.frameElement; frame; frame = view?.frameElement) {
    const outer = frame.getBoundingClientRect();
    x += outer.left + frame.clientLeft;
    y += outer.top + frame.clientTop;
    view = frame.ownerDocument.defaultView;
  }
  return new DOMRect(x, y, width, height);
}
