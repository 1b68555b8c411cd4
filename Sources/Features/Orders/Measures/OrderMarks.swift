internal import Database
internal import HTTP
internal import Kernel
internal import Secrets

/// What is kept beside an order so that it can be counted.
struct OrderMarks: Sendable, Equatable {
  /// Whether a closure is of premises used for drugs.
  var isAboutDrugs = false
  /// Whether it requires somebody to engage in treatment for drugs or alcohol.
  var requiresTreatment = false

  init(isAboutDrugs: Bool = false, requiresTreatment: Bool = false) {
    self.isAboutDrugs = isAboutDrugs
    self.requiresTreatment = requiresTreatment
  }

  /// What a form of one power says.
  init(_ power: Power, _ form: inout FormReader) {
    isAboutDrugs = power.isClosure && form.ticked("drugs")
    requiresTreatment = power.canRequireTreatment && form.ticked("treatment")
  }
}

extension Power {
  /// Whether it closes premises, so that it is asked whether that is about drugs.
  var isClosure: Bool { self == .closureNotice || self == .closureOrder }

  /// Whether it can require somebody to engage in treatment.
  var canRequireTreatment: Bool {
    switch self {
    case .acceptableBehaviour, .communityRemedy, .protectionNotice, .injunction,
      .criminalBehaviour, .respectOrder:
      true
    default: false
    }
  }
}

extension OrderStore {
  /// Who an order is against, so that people are counted once; `nil` of bodies, premises and areas.
  func subject(_ content: OrderContent) -> [UInt8]? {
    guard !content.born.isEmpty else { return nil }
    let words = content.name.lowercased().split { !$0.isLetter && !$0.isNumber }.sorted()
      .joined(separator: " ")
    return keyring.token("\(words) \(content.born)", for: "orders.subject")
  }

  /// Keeps what an order is counted by.
  func mark(_ new: NewOrder, _ id: ID<Order>, in write: Write) throws {
    let marks = new.marks
    try write.run(
      """
      UPDATE orders_order SET subject = \(subject(new.draft.content)),
        is_about_drugs = \(marks.isAboutDrugs), requires_treatment = \(marks.requiresTreatment),
        support = \(new.draft.content.support?.rawValue)
      WHERE id = \(id)
      """)
  }
}
