internal import Access
internal import Kernel
internal import Partnership

/// An agreement to share: who signed it, what for, what may be shared, and when it is looked at again.
struct Agreement: Sendable {
  let id: ID<ShareAgreement>
  let version: Int
  let title: String
  let purposes: String
  let fields: [ShareField]
  let signedOn: Day
  let reviewOn: Day
  /// The last day in force; `nil` where no end is set.
  let endedOn: Day?
  let ending: String
  var parties: [ID<Organisation>] = []

  func isInForce(on day: Day) -> Bool {
    signedOn <= day && (endedOn.map { $0 >= day } ?? true)
  }

  /// Whether its review was due before a day, or is due on it.
  func isDue(on day: Day) -> Bool { isInForce(on: day) && reviewOn <= day }

  var offered: OfferedAgreement {
    OfferedAgreement(id: id, title: title, parties: Set(parties), fields: Set(fields))
  }
}

extension [ShareField] {
  /// As they are kept in one column.
  var stored: String { map(\.rawValue).joined(separator: " ") }

  init(stored text: String) {
    self = text.split(separator: " ").compactMap { ShareField(rawValue: String($0)) }
  }

  var words: String { map(\.title).joined(separator: "; ") }
}
