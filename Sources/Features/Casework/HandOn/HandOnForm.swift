internal import Access
internal import HTTP
internal import Kernel
internal import Partnership

/// To whom a case is handed on, why, and what those who reported it are told.
struct HandOnForm {
  /// The value of the choice of a service outside.
  static let outside = "outside"

  enum Destination {
    case organisation(Agency)
    /// A service that is no body of the partnership, by its name.
    case outside(String)

    var name: String {
      switch self {
      case .organisation(let agency): agency.name
      case .outside(let name): name
      }
    }
  }

  let to: Destination
  let reason: String
  let told: String

  init(_ fields: Fields, _ agencies: [Agency]) throws(Refusal) {
    var form = FormReader(fields)
    let agency = agencies.first { $0.id.description == fields["to"] }
    let isOutside = fields["to"] == Self.outside
    if agency == nil, !isOutside { form.refuse("to", "Choose who takes it") }
    let service =
      isOutside
      ? form.text("service", or: "Enter the name of the service, and no person’s", limit: 120) : ""
    reason = form.text("hand-on-reason", or: "Enter why it is handed on", limit: 500)
    told = form.text(
      "hand-on-told", or: "Enter what those who reported it are told", limit: CaseForms.limit)
    try form.finish()
    to = agency.map { .organisation($0) } ?? .outside(service)
  }
}
