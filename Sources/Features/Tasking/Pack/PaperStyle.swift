/// The look of a pack on paper: one column of A4, ink on white, the marking at its head and foot.
enum PaperStyle {
  static let text = """
    @page { size: A4; margin: 20mm 15mm 20mm;
      @top-center { content: "OFFICIAL-SENSITIVE"; font: 700 9pt Inter, "DejaVu Sans", sans-serif;
        letter-spacing: 0.06em; }
      @bottom-left { content: string(printed); width: 80%; text-align: left;
        font: 7.5pt Inter, "DejaVu Sans", sans-serif; color: #333; }
      @bottom-right { content: counter(page) " of " counter(pages);
        font: 7.5pt Inter, "DejaVu Sans", sans-serif; color: #333; } }
    html { font: 9pt/1.4 Inter, "DejaVu Sans", sans-serif; color: #14242b; }
    body { margin: 0; }
    .printed { string-set: printed content(); font-size: 7.5pt; margin: 0 0 4mm;
      border-bottom: 0.5pt solid #6d8087; padding-bottom: 1.5mm; color: #333; }
    h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 1mm; }
    h2 { font-size: 12pt; margin: 0 0 2mm; padding-top: 1.5mm; border-top: 1.5pt solid #1b5568;
      color: #1b5568; break-after: avoid; }
    h3 { font-size: 10pt; margin: 3mm 0 1mm; break-after: avoid; }
    p { margin: 0 0 1.5mm; }
    section { margin: 0 0 6mm; }
    .kicker { color: #333; margin: 0; }
    .small, .xs { font-size: 8pt; }
    .quiet { color: #44545a; }
    .regular { font-weight: 400; }
    .icon, .no-print, .hide { display: none; }
    .ref { font-weight: 700; white-space: nowrap; letter-spacing: 0.03em; }
    table { width: 100%; border-collapse: collapse; margin: 1mm 0 2mm; }
    caption { text-align: left; font-weight: 600; }
    caption.hide { display: none; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0;
      border-bottom: 0.5pt solid #c6d2d3; }
    th { font-weight: 600; }
    thead th { font-size: 8pt; color: #333; border-bottom: 0.8pt solid #6d8087; }
    .n { text-align: right; }
    .rag { font-weight: 600; white-space: nowrap; }
    .rag.bad { color: #a1161f; }
    .rag.warn { color: #874600; }
    .rag.good { color: #17633f; }
    a { color: inherit; text-decoration: none; }
    """
}
