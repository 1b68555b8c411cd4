/// Numbers for new dictionary entries, taken from the database a block at a time.
///
/// Two imports at once never get the same number; numbers left over in a block are never used.
struct NumberBlocks {
  var places: Block
  var lsoas: Block

  /// The numbers of one kind of entry.
  struct Block {
    private let reserve: (Int) throws -> Int64
    private let size: Int
    private var range: Range<Int64> = 0..<0

    /// `reserve` takes a count and gives the first of as many numbers.
    init(size: Int, reserve: @escaping (Int) throws -> Int64) {
      self.size = size
      self.reserve = reserve
    }

    /// The next number.
    mutating func next() throws -> Int64 {
      if range.isEmpty {
        let first = try reserve(size)
        range = first..<first + Int64(size)
      }
      defer { range = range.lowerBound + 1..<range.upperBound }
      return range.lowerBound
    }
  }
}
