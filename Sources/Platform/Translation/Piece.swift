/// A piece of a line of text as it stands in a page.
enum Piece {
  /// Words, not escaped.
  case text(String)
  /// The start of an element within the line, such as `<strong>`.
  case open([UInt8])
  /// The end of one.
  case close([UInt8])
  /// Something within the line whose words are not to be touched, such as a name.
  case kept([UInt8])
  /// Something without words, such as a symbol.
  case mark([UInt8])

  var isBlank: Bool {
    switch self {
    case .text(let words): words.allSatisfy(\.isWhitespace)
    case .mark: true
    case .open, .close, .kept: false
    }
  }

  var bytes: [UInt8] {
    switch self {
    case .text(let words): escaped(words)
    case .open(let bytes), .close(let bytes), .kept(let bytes), .mark(let bytes): bytes
    }
  }
}

/// The words of a line without what stands around them: symbols, spaces, and elements that hold
/// the whole of it.
func core(of line: ArraySlice<Piece>) -> Range<Int> {
  var range = line.indices
  while let first = range.first {
    let last = range.upperBound - 1
    if line[first].isBlank {
      range = first + 1..<range.upperBound
    } else if line[last].isBlank {
      range = first..<last
    } else if let end = close(of: first, in: line, range) {
      guard end == last else { break }
      range = first + 1..<last
    } else if case .open = line[first] {
      range = first + 1..<range.upperBound
    } else if case .close = line[first] {
      range = first + 1..<range.upperBound
    } else {
      break
    }
  }
  return range
}

/// The elements of a line that stand side by side, with no words of the line's own between them;
/// `nil` where there are such words, or one element alone.
func siblings(in line: ArraySlice<Piece>) -> [ArraySlice<Piece>]? {
  var siblings: [ArraySlice<Piece>] = []
  var start = line.startIndex
  while start < line.endIndex {
    if case .text(let words) = line[start], words.contains(where: \.isLetter) { return nil }
    let end = close(of: start, in: line, line.indices) ?? start
    siblings.append(line[start...end])
    start = end + 1
  }
  return siblings.count > 1 ? siblings : nil
}

/// Where the element ends that begins at a place; `nil` where none begins or it ends elsewhere.
private func close(of start: Int, in line: ArraySlice<Piece>, _ range: Range<Int>) -> Int? {
  guard case .open = line[start] else { return nil }
  var depth = 0
  for index in start..<range.upperBound {
    switch line[index] {
    case .open: depth += 1
    case .close:
      depth -= 1
      if depth == 0 { return index }
    case .text, .kept, .mark: break
    }
  }
  return nil
}
