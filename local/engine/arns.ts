/** Makes and reads the ARNs of one account and region. */
export class Arns {
  readonly region: string;
  readonly account: string;
  readonly partition: string;

  constructor(region: string, account: string) {
    this.region = region;
    this.account = account;
    this.partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  machine(name: string): string {
    return `arn:${this.partition}:states:${this.region}:${this.account}:stateMachine:${name}`;
  }

  execution(machine: string, name: string): string {
    return `arn:${this.partition}:states:${this.region}:${this.account}:execution:${machine}:${name}`;
  }

  role(machine: string): string {
    return `arn:${this.partition}:iam::${this.account}:role/${machine}`;
  }

  lambda(name: string): string {
    return `arn:${this.partition}:lambda:${this.region}:${this.account}:function:${name}`;
  }
}

/** The plain name in a machine's name or ARN, without version or alias. */
export function machineName(nameOrArn: string): string {
  return /^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
}

/**
 * The plain name in any form that Lambda takes: `name`, `name:alias`, `account:function:name`, a full ARN, each with or
 * without a version or alias.
 */
export function functionName(reference: string): string {
  const inArn = /(?:^|:)function:([^:]+)/.exec(reference)?.[1];
  return inArn ?? reference.split(":")[0] ?? reference;
}
