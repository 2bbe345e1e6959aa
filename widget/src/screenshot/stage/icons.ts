// Line drawings of the viewer and the editor, 24 × 24.

export const shapes = {
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  pen: 'M4 20l1-5L16 4l4 4L9 19ZM13 7l4 4',
  undo: 'M8 6L4 10l4 4M4 10h10a5 5 0 0 1 0 10h-3',
  redo: 'M16 6l4 4-4 4M20 10H10a5 5 0 0 0 0 10h3',
  crop: 'M6 2v16h16M2 6h16v16',
  arrow: 'M5 19L19 5M10 5h9v9',
  frame: 'M4 6h16v12H4Z',
  text: 'M5 7V5h14v2M12 5v14M9 19h6',
  redact: 'M4 9h16v6H4ZM7 9l-3 4M12 9l-4 6M17 9l-4 6M20 11l-3 4',
}
