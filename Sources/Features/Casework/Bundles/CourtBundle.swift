internal import Access
internal import Kernel

/// What of a case goes before a court: chosen papers in numbered pages, with others struck out.
struct CourtBundle: Sendable {
  let id: ID<CourtBundle>
  let version: Int
  let file: ID<CaseFile>
  /// Which of the case it is, from 1.
  let number: Int
  let madeAt: Instant
  let finishedAt: Instant?
  let content: Sensitive<Content>

  /// What is sealed.
  struct Content: Codable, Equatable, Sendable {
    var court = ""
    /// The court's number of the claim; empty before there is one.
    var claim = ""
    /// The parties as the court names them, a line each.
    var parties = ""
    /// Those in the case whose names stay.
    var named: [Int64] = []
  }

  var isOpen: Bool { finishedAt == nil }
  var title: String { "Bundle \(number)" }
}

/// A part of a bundle, under a letter.
enum BundleSection: Int, CaseIterable, Codable, Comparable, Sendable {
  case summary
  case reports
  case record
  case orders
  case letters
  case files

  static func < (left: BundleSection, right: BundleSection) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The field under which its papers are chosen.
  var field: String { "papers-\(rawValue)" }

  var title: String {
    switch self {
    case .summary: "The case in short"
    case .reports: "What was reported"
    case .record: "What was seen and done"
    case .orders: "Warnings, notices and orders"
    case .letters: "Letters"
    case .files: "Photos and documents"
    }
  }
}

/// Why a bundle cannot be worked on.
enum BundleProblem: Problem, Equatable {
  case notFound
  case finished

  var message: String {
    switch self {
    case .notFound:
      "If you typed the address, check it. If you followed a link, it may be out of date, or it "
        + "may not be yours to see."
    case .finished: "This bundle is finished and stays as it is. Begin another with what it has."
    }
  }

  var status: Int { self == .notFound ? 404 : 409 }
}
