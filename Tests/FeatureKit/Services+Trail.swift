import Access
import Database
public import HTTP
import Kernel
public import Partnership

extension Services {
  /// The audit trail, the latest last: action and details.
  public func trail() throws -> [String] {
    try database.read { read in
      try audit.page(AuditFilter(), before: nil, limit: 100, read).entries.reversed().map { entry in
        "\(entry.action) \(entry.detail.map { "\($0.name)=\($0.value)" }.joined(separator: " "))"
      }
    }
  }

  /// The actions of the audit trail, the latest last.
  public func actionsTaken() throws -> [String] {
    try trail().map { String($0.prefix { $0 != " " }) }
  }
}

/// The status of an answer; 404 where the page is not there for whoever asks.
public func status(of answer: () throws -> Response?) throws -> Int {
  do { return try answer()?.status ?? 404 } catch let problem as any Problem {
    return problem.status
  }
}
