internal import HTTP
internal import Secrets

extension Response {
  /// A sealed file, opened while it is sent: memory stays small and nothing is on disk in the clear.
  ///
  /// It is saved, never shown: what a stranger made may be a page or a script in disguise, so the
  /// browser is given its kind, told not to guess another, and allowed to run nothing of it.
  static func evidence(
    _ sealed: SealedFile, _ file: EvidenceFile, isOriginal: Bool
  ) throws -> Response {
    let reader = try sealed.reader()
    let name = "\(isOriginal ? "original" : "evidence")-\(file.id).\(file.kind.ending)"
    return Response(
      headers: [
        ("Content-Type", file.kind.mediaType),
        ("Content-Disposition", "attachment; filename=\"\(name)\""),
        ("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store"),
      ],
      body: .stream(size: sealed.size) { try? reader.read() })
  }
}
