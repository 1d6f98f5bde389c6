import {Component, type ReactNode} from 'react';
import {PageStopped} from './page-stopped.tsx';

interface ErrorBoundaryProps {
  /** A change of it is a new chance: the route, as a rule. */
  readonly place: string;
  /** Told once for each bug, to write it down. */
  readonly onBug?: (error: Error) => void;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
  readonly place: string;
}

/** Where a bug in drawing a page ends: the page stops and says so, the frame around it goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {error: null, place: this.props.place};

  static getDerivedStateFromError(thrown: unknown): Pick<ErrorBoundaryState, 'error'> {
    return {error: thrown instanceof Error ? thrown : new Error(String(thrown))};
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return props.place === state.place ? null : {error: null, place: props.place};
  }

  override componentDidCatch(thrown: unknown): void {
    this.props.onBug?.(thrown instanceof Error ? thrown : new Error(String(thrown)));
  }

  override render(): ReactNode {
    const {error} = this.state;
    if (!error) return this.props.children;
    return <PageStopped error={error} onAgain={() => this.setState({error: null})} />;
  }
}
