import HTTP

/// Which requests wait for the few slow workers, so that pages stay quick behind them.
enum SlowWork {
  private static let tasking: Set<String> = ["exceptions", "prepare", "pack.pdf"]

  /// Whether a request makes a workbook or a print view, reads a file, hashes a password, or tests a
  /// source for exceptions.
  static func isSlow(_ request: Request) -> Bool {
    guard request.method == .post else {
      return request.path.last == "print" || request.path.last?.hasSuffix(".xlsx") == true
        || request.path.last?.hasPrefix("letter.") == true
    }
    if request.path.first == "tasking", tasking.contains(request.path.last ?? "") { return true }
    return !request.files.isEmpty || ["sign-in", "account"].contains(request.path.first)
  }
}
