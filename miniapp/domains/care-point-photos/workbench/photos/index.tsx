import { Text } from "@tarojs/components";
import { useWorkplace, WorkbenchSide } from "@miniapp/domains/meals/index";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { PhotoKeeper } from "../../photo-keeper";
import { useAddPhoto, useOrderPhotos, usePhotos, useRemovePhoto } from "../../use-photos";

/** 点位资料, 照片: what residents see of a place before they go there. */
export default function PhotosPage() {
  const place = useWorkplace();
  const { carePointId, carePointName, isManager } = place;
  const query = usePhotos(carePointId);
  const add = useAddPhoto(carePointId);
  const order = useOrderPhotos(carePointId);
  const remove = useRemovePhoto(carePointId);
  return (
    <Page
      title={`照片 · ${carePointName}`}
      lead={<Text className="words-quiet">传上去，附近的人马上看得到。别拍到老人和孩子的脸。</Text>}
      side={isManager && <WorkbenchSide place={place} here="record" />}
    >
      <Loaded query={query}>
        {({ photos }) => (
          <PhotoKeeper
            photos={photos}
            add={add}
            remove={remove}
            order={order}
            empty="还没有照片。先拍门口，让人认得路，再拍里面。"
          />
        )}
      </Loaded>
    </Page>
  );
}
