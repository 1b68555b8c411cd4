import HTTP

/// Which requests wait for the few slow workers, so that pages stay quick behind them.
enum SlowWork {
  /// Whether a request makes a workbook or a print view, reads a file, or hashes a password.
  static func isSlow(_ request: Request) -> Bool {
    guard request.method == .post else {
      return request.path.last == "print" || request.path.last?.hasSuffix(".xlsx") == true
    }
    return !request.files.isEmpty || ["sign-in", "account"].contains(request.path.first)
  }
}
