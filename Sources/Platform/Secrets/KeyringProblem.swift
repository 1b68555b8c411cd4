public import Kernel

/// Why keys could not be read, made or used; it never holds a key or what it sealed.
public enum KeyringProblem: Problem, Equatable {
  /// There is no readable key file at the path; the reason follows.
  case unreadable(String, String)
  /// The key file cannot be written; the reason follows.
  case unwritable(String, String)
  /// A file is already at the path, and keys are never overwritten.
  case exists(String)
  /// Others than its owner may read the key file.
  case exposed(String)
  /// The file is not a key file, or a line of it is broken.
  case damaged(String)
  /// A value was sealed under a version of the key that is not in the file.
  case missing(version: Int)
  /// A sealed value was changed, cut short or moved from another row.
  case unsealable

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .unreadable(let path, let reason):
      "The key file \(path) cannot be read: \(reason). Make one with: hamlet key new"
    case .unwritable(let path, let reason): "The key file \(path) cannot be written: \(reason)."
    case .exists(let path):
      "There is already a file at \(path). Keys are never overwritten: move it away first."
    case .exposed(let path):
      "Others may read the key file \(path). Make it private with: chmod 600 \(path)"
    case .damaged(let path): "\(path) is not a whole key file. Bring it back from its safe copy."
    case .missing(let version):
      "Version \(version) of the key is not in the key file. Bring the file back from its safe copy."
    case .unsealable: "A sealed value cannot be opened: it was changed outside this program."
    }
  }

  /// 500: it is the machine's trouble, not the visitor's.
  public var status: Int { 500 }
}
