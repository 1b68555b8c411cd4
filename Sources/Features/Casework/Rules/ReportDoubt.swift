internal import Kernel

/// Why a report may come from a machine; it is kept and read all the same, after the others.
enum ReportDoubt: String, CaseIterable, Codable, Sendable {
  /// A field was filled in that people do not see.
  case trap
  /// It was sent sooner than anybody reads the pages.
  case haste
  /// It is full of addresses of other sites.
  case links

  var title: String {
    switch self {
    case .trap: "A field hidden from people was filled in"
    case .haste: "It was sent within \(Int(Self.shortestSeconds)) seconds of being begun"
    case .links: "It holds several addresses of web sites"
    }
  }

  static let shortestSeconds = 15.0
  private static let mostLinks = 1

  /// The doubts about what was sent `seconds` after it was begun.
  static func found(in texts: [String], trap: String, after seconds: Double) -> [ReportDoubt] {
    let links = texts.reduce(0) { count, text in
      let words = text.lowercased().split { $0.isWhitespace || "()<>\"[]".contains($0) }
      return count + words.count { $0.contains("://") || $0.hasPrefix("www.") }
    }
    return allCases.filter { doubt in
      switch doubt {
      case .trap: !trap.isEmpty
      case .haste: seconds < shortestSeconds
      case .links: links > mostLinks
      }
    }
  }
}
