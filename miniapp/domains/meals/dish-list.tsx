import { useState } from "react";
import type { DishListEntry } from "@shared/domains/meals/menu-planning.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { yuan } from "@miniapp/ui/money";
import { RowLink } from "@miniapp/ui/row-link";
import { Empty } from "@miniapp/ui/states";
import { DishForm } from "./dish-form";

interface DishListProps {
  readonly carePointId: string;
  readonly dishes: readonly DishListEntry[];
}

/** What the kitchen can cook; a tap changes it. What stands on a menu keeps its price. */
export function DishList({ carePointId, dishes }: DishListProps) {
  const [editing, setEditing] = useState<DishListEntry | "new" | null>(null);
  return (
    <>
      <BigButton kind="second" text="加一道菜" onPress={() => setEditing("new")} />
      {dishes.length === 0 ? (
        <Empty title="还没有菜" text="加几道会做的菜，排菜单时就能选。" />
      ) : (
        <Card isList>
          {dishes.map((dish) => (
            <RowLink
              key={dish.dishId}
              icon="bowl"
              text={dish.name}
              note={`${yuan(dish.priceFen)} 元，${dish.description}`}
              onPress={() => setEditing(dish)}
            />
          ))}
        </Card>
      )}
      {editing && (
        <DishForm
          carePointId={carePointId}
          dish={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
