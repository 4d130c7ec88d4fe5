import Dispatch

/// Gathers updates into frames: many requests in one interval make one drawing, the first of them at once.
///
/// Draw on a key with `drawNow()`, which puts no request off; call `request()` for everything else.
@MainActor
public final class FrameGate {
  private let interval: DispatchTimeInterval
  private let draw: @MainActor () -> Void
  /// Counts the drawings, so that a timer knows whether its frame has been drawn already.
  private var drawn = 0
  private var isPending = false
  /// When the next drawing that is requested may be.
  private var next = DispatchTime.now()

  /// Makes a gate that calls `draw`, at most once in each interval (milliseconds; 16 is a frame of 60 Hz).
  public init(milliseconds: Int = 16, draw: @escaping @MainActor () -> Void) {
    interval = .milliseconds(milliseconds)
    self.draw = draw
  }

  /// Draws as soon as the interval since the last requested drawing is over, once for all requests until then.
  public func request() {
    guard !isPending else { return }
    isPending = true
    let frame = drawn
    DispatchQueue.main.asyncAfter(deadline: next) { [weak self] in
      MainActor.assumeIsolated {
        guard let self, self.isPending, self.drawn == frame else { return }
        self.next = .now() + self.interval
        self.drawNow()
      }
    }
  }

  /// Draws at once, and settles what was requested.
  public func drawNow() {
    isPending = false
    drawn += 1
    draw()
  }
}
