internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The wards shaded by what was recorded in them; those whose count is not shown are hatched, whether it
/// is small or protects one that is.
struct RecordedMap: HTML {
  let model: RecordedModel
  let count: RecordedCount
  let month: Month

  var body: some HTML {
    let counts = model.wards.compactMap { ward, cells in
      count.value(cells).map { (ward.code, Double($0)) }
    }
    ShadedMap(
      model.shapes, values: Dictionary(counts) { first, _ in first },
      ShadedMap.Words(
        title: "\(count.title) by ward, \(month.words)",
        note: "The table above has every figure. Wards differ in how many people live in them and "
          + "come there: a darker ward is not a less safe one.",
        spoken: spoken(counts.map(\.1)), none: "Not shown",
        limit: { NumberText.whole(Int($0.rounded(.up))) }))
  }

  private func spoken(_ counts: [Double]) -> String {
    guard let low = counts.min(), let high = counts.max() else {
      return "Map of the wards: no counts are shown."
    }
    return "Map of \(model.wards.count) wards by \(count.spoken) in \(month.words), from "
      + "\(NumberText.whole(Int(low))) to \(NumberText.whole(Int(high))). The table lists them."
  }
}
