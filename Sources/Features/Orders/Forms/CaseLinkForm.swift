internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// The forms that name further cases on an order after it was made, or take one off, each with the reason.
struct CaseLinkForm {
  static let alreadyNamed = "The order names it already"
  static let full = "An order names \(CaseNames.most) cases at most"

  private(set) var named: [Reference] = []
  private(set) var takenOff: Reference?
  private let reason: String

  init(
    _ act: OrderChange.Act, _ fields: Fields, _ order: Order, _ services: Services, _ read: Read
  ) throws {
    var form = FormReader(fields)
    let before = try OrderStore(services).cases(of: order.id, read)
    if act == .linked {
      let names = CaseNames(fields)
      let known = try services.cases.known(names.references, services, read)
      named = names.check(known: known, &form)
      if names.typed.isEmpty { form.refuse("case", "Enter the reference of a case or report") }
      if named.contains(where: before.contains) { form.refuse("case", Self.alreadyNamed) }
      if before.count + named.count > CaseNames.most { form.refuse("case", Self.full) }
      reason = form.text("link-reason", or: "Enter why it belongs to the order", limit: 1000)
    } else {
      takenOff = Reference(fields["unlink"] ?? "").flatMap { before.contains($0) ? $0 : nil }
      if takenOff == nil { form.refuse("unlink", "Choose which is taken off") }
      reason = form.text(
        "unlink-reason", or: "Enter why it does not belong to the order", limit: 1000)
    }
    try form.finish()
  }

  /// The references that were named or taken off.
  var changed: String {
    (named + [takenOff].compactMap(\.self)).map(\.description).joined(separator: " ")
  }

  var words: String { "\(changed.replacing(" ", with: ", ")): \(reason)" }
}
