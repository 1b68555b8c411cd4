/// Why a request cannot be understood; the server answers with ``status``.
///
/// It never carries what was sent, so that it may be logged.
public enum MalformedRequest: Error, Hashable, Sendable {
  /// The address is not a path beginning with `/`, or holds a byte that must be escaped.
  case target
  /// An escape is not `%` with two hexadecimal digits, or stands for a control character.
  case escape
  /// The bytes are not UTF-8.
  case encoding
  /// A part of the path is `.` or `..`.
  case dotSegment
  /// A posted form breaks the rules of its media type.
  case form
  /// A posted form has more fields, or more text, than is taken.
  case tooLarge
  /// The body's media type is not one of a form.
  case mediaType
  /// There is no room on the disk for a file.
  case noRoom

  /// The status that answers it: 400, 413, 415 or 507.
  public var status: Int {
    switch self {
    case .target, .escape, .encoding, .dotSegment, .form: 400
    case .tooLarge: 413
    case .mediaType: 415
    case .noRoom: 507
    }
  }
}
