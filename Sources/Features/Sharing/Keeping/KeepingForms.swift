internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The form that says for how many months a kind is kept.
struct MonthsForm {
  static let most = 240

  let kind: KeptKind
  let months: Int

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let kind: KeptKind? = form.choice("kind", or: "Choose what the time is for")
    let words = "Enter a whole number of months from 1 to \(Self.most)"
    let months: Int? = form.value("months", or: words)
    if let months, !(1...Self.most).contains(months) { form.refuse("months", words) }
    try form.finish()
    guard let kind, let months else { throw Refusal("months", words) }
    (self.kind, self.months) = (kind, months)
  }
}
