internal import Design
internal import HTTP
internal import Kernel

/// The form that changes the last day, held against the law of the day it is changed.
struct VariationForm {
  let term: OrderTerm
  /// What is kept of why, with what was asked before.
  let words: String
  /// The rules it was taken under.
  let rules: [LawFinding]

  init(_ fields: Fields, _ order: Order, _ law: LawOfDay) throws(Refusal) {
    var form = FormReader(fields)
    let ends = form.day("until", "New last day", fields)
    let reason = form.text("reason", or: "Enter who decided it, and why", limit: 1000)
    let variation = ends.map { OrderVariation(order, to: $0, law) }
    if let refusal = variation?.refusal { form.refuse("until-day", refusal) }
    let asked = Self.asked(order.power, extends: variation?.extends ?? false, fields, &form)
    try form.finish()
    guard let ends, let variation else { throw Refusal("", "Fill in the form again") }
    var term = order.term
    term.ends = ends
    self.term = term
    rules = variation.relied
    words = (["From \(order.term.endWords) to \(term.endWords): \(reason)"] + asked)
      .joined(separator: ". ")
  }

  /// What a council was satisfied of and did before, with its words; refused where it is missing.
  private static func asked(
    _ power: Power, extends: Bool, _ fields: Fields, _ form: inout FormReader
  ) -> [String] {
    let tests = power.variationTests(extends: extends)
    guard !tests.isEmpty else { return [] }
    let met = fields.all("variation-test")
    if let missing = tests.first(where: { !met.contains($0.key) }) {
      form.refuse(
        "variation-test", "Not met: \(missing.words.lowercasedFirst) (\(missing.section))")
    }
    let rights = form.text(
      "variation-rights",
      or: "Enter how freedom of expression and assembly, articles 10 and 11, was weighed "
        + "(section \(power == .publicSpaces ? "72(1)" : "72A(1)"))", limit: OrderForm.wordsLimit)
    let consulted = form.text(
      "variation-consultees",
      or: power == .publicSpaces
        ? "Enter who was consulted, and when (section 72(3))"
        : "Enter who consented, and when (section 72A(3))", limit: OrderForm.wordsLimit)
    return tests.map { "\($0.words) (\($0.section))" } + [
      "Expression and assembly: \(rights)", "Consulted: \(consulted)",
    ]
  }
}
