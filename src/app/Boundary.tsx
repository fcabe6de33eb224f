import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** What is inside, as a user would call it: "The chart". */
  readonly what: string;
  readonly children: ReactNode;
}

/** Keeps a fault of one part from taking the page along: says so in its place, and the rest goes on. */
export class Boundary extends Component<BoundaryProps, { readonly fault: Error | null }> {
  override state = { fault: null };

  static getDerivedStateFromError(fault: Error): { fault: Error } {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state as { fault: Error | null };
    if (!fault) return this.props.children;
    return (
      <div className="boundary" role="alert">
        <p>
          <strong>{this.props.what} stopped: this is a fault of Wakeline.</strong>
        </p>
        <p>{fault.message}</p>
        <button type="button" className="button" onClick={() => this.setState({ fault: null })}>
          Try again
        </button>
      </div>
    );
  }
}
