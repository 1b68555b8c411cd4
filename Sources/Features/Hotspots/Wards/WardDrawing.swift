internal import Design
internal import Markup
internal import Partnership

/// The wards shaded by their rate; those without one are hatched.
struct WardDrawing: HTML {
  let table: WardTable
  let shapes: [ShapedArea]

  var body: some HTML {
    let rates = table.lines.compactMap { line in line.rate.map { (line.area.code, $0.value) } }
    ShadedMap(
      shapes, values: Dictionary(rates) { first, _ in first },
      ShadedMap.Words(
        title: "\(table.category ?? "All incidents") per 1,000 people",
        note: "\(table.months.words). The table above has every figure.",
        spoken: spoken(rates.map(\.1)), none: "No rate: too few, or no estimate",
        limit: { NumberText.decimal($0) }))
  }

  private func spoken(_ rates: [Double]) -> String {
    guard let low = rates.min(), let high = rates.max() else {
      return "Map of the wards: no rates."
    }
    return "Map of \(table.lines.count) wards by incidents per 1,000 people, from "
      + "\(NumberText.decimal(low)) to \(NumberText.decimal(high)). The table lists them."
  }
}
