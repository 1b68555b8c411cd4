internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Who of the public may send files: whoever writes a report, or has opened a sent one.
enum EvidenceGate {
  /// The largest file, with room for the other fields of its form.
  static let most = (EvidenceKind.mp4.mostMegabytes + 1) << 20

  /// How many bytes a request may send, by its address and cookie.
  static func uploadBytes(_ request: Request, _ services: Services) throws -> Int {
    let now = services.clock.now()
    switch request.path {
    case ["report", ReportStep.files.rawValue], ["report", ReportStep.files.rawValue, "pieces"]:
      guard let token = VisitorCookie.draft(services.settings).token(of: request) else { return 0 }
      return try services.database.read { read in
        guard let draft = try DraftStore(keyring: services.keyring).find(token, at: now, read),
          draft.report == nil
        else { return 0 }
        return most
      }
    case ["report", "track", "own"], ["report", "track", "own", "pieces"]:
      guard let token = VisitorCookie.follow(services.settings).token(of: request) else {
        return 0
      }
      return try services.database.read { read in
        try FollowStore().report(token, at: now, read) == nil ? 0 : most
      }
    default: return 0
    }
  }
}
