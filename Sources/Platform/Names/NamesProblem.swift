public import Kernel

/// Why names cannot be compared.
public enum NamesProblem: Problem, Equatable {
  /// The library that writes any script in Latin letters is not installed.
  case unavailable

  /// What to do about it.
  public var message: String {
    "Names cannot be compared: install the package libicu72 and start the service again."
  }

  /// A fault of the machine, not of the request.
  public var status: Int { 503 }
}
