var Q=class extends Error{constructor(t,n,a){super(n?.title??`status ${t}`),this.status=t,this.code=n?.code??(t?"unexpected":"unreachable"),this.field=n?.field??null,this.retryAfter=a}};async function Se(e,t,n,a){let i={accept:"application/json"};n!==void 0&&(i["content-type"]="application/json"),a&&(i["x-csrf-token"]=a);let o;try{o=await fetch(t,{method:e,headers:i,credentials:"same-origin",body:n===void 0?void 0:JSON.stringify(n)})}catch{throw new Q(0,null,null)}let r=await o.text(),d=null;try{d=r?JSON.parse(r):null}catch{}if(o.ok)return d;let c=Number(o.headers.get("retry-after"));throw new Q(o.status,d,Number.isFinite(c)&&c>0?c:null)}function Me(e){let t=Object.entries(e).filter(([,n])=>n!=null);return t.length?`?${new URLSearchParams(t.map(([n,a])=>[n,String(a)]))}`:""}function ds({csrf:e,signedOut:t}){let n=async(i,o,r)=>{try{return await Se(i,`/api/v1${o}`,r,e)}catch(d){throw d instanceof Q&&d.status===401&&t(),d}},a=i=>`/conversations/${encodeURIComponent(i)}`;return{session:()=>n("POST","/im/session",{}),me:()=>n("GET","/me"),change:i=>n("PATCH","/me",i),preferences:()=>n("GET","/me/preferences"),savePreferences:i=>n("PUT","/me/preferences",i),agents:()=>n("GET","/agents?limit=200"),availability:i=>n("PUT","/agents/me/availability",{state:i}),signOut:()=>n("POST","/logout",{}),signOutEverywhere:()=>n("POST","/logout-everywhere",{}),counts:()=>n("GET","/conversations/counts"),conversations:(i,o,r={})=>n("GET",`/conversations${Me({view:i,...r,cursor:o,limit:50})}`),conversation:i=>n("GET",a(i)),entries:(i,o)=>n("GET",`${a(i)}/entries${Me(o)}`),assign:(i,o)=>n("POST",`${a(i)}/assign`,{agent_id:o}),close:i=>n("POST",`${a(i)}/resolve`,{}),reopen:i=>n("POST",`${a(i)}/reopen`,{}),snooze:(i,o)=>n("POST",`${a(i)}/snooze`,{until:o}),label:(i,o)=>n("POST",`${a(i)}/labels`,{labels:o}),bulk:i=>n("POST","/conversations/bulk",i),editMessage:(i,o,r)=>n("PATCH",`${a(i)}/messages/${encodeURIComponent(o)}`,{content:r}),recallMessage:(i,o)=>n("DELETE",`${a(i)}/messages/${encodeURIComponent(o)}`,{}),contact:i=>n("GET",`/contacts/${encodeURIComponent(i)}`),changeContact:(i,o)=>n("PATCH",`/contacts/${encodeURIComponent(i)}`,o),setupList:()=>n("GET","/setup/list"),dismissSetupList:i=>n("PATCH","/setup/list",{dismissed:i}),addDemoData:()=>n("POST","/demo-data",{}),removeDemoData:()=>n("DELETE","/demo-data",{}),linkPreview:(i,o)=>n("GET",`/link-preview${Me({message:i,url:o})}`),labels:()=>n("GET","/labels"),canned:()=>n("GET","/canned"),cannedUsed:i=>n("POST",`/canned/${encodeURIComponent(i)}/used`,{}),drafts:()=>n("GET","/drafts"),keepDraft:(i,o,r)=>n("PUT",`/drafts/${encodeURIComponent(i)}`,{note:o,text:r})}}var Oe=globalThis,us=e=>e,Zt=Oe.trustedTypes,ps=Zt?Zt.createPolicy("lit-html",{createHTML:e=>e}):void 0,Ce="$lit$",at=`lit$${Math.random().toFixed(9).slice(2)}$`,Pe="?"+at,ia=`<${Pe}>`,bt=document,Bt=()=>bt.createComment(""),qt=e=>e===null||typeof e!="object"&&typeof e!="function",De=Array.isArray,$s=e=>De(e)||typeof e?.[Symbol.iterator]=="function",Te=`[ 	
\f\r]`,Ut=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ms=/-->/g,gs=/>/g,_t=RegExp(`>|${Te}(?:([^\\s"'>=/]+)(${Te}*=${Te}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),hs=/'/g,fs=/"/g,bs=/^(?:script|style|textarea|title)$/i,Ie=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),l=Ie(1),b=Ie(2),no=Ie(3),V=Symbol.for("lit-noChange"),h=Symbol.for("lit-nothing"),_s=new WeakMap,$t=bt.createTreeWalker(bt,129);function ys(e,t){if(!De(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return ps!==void 0?ps.createHTML(t):t}var vs=(e,t)=>{let n=e.length-1,a=[],i,o=t===2?"<svg>":t===3?"<math>":"",r=Ut;for(let d=0;d<n;d++){let c=e[d],p,u,f=-1,g=0;for(;g<c.length&&(r.lastIndex=g,u=r.exec(c),u!==null);)g=r.lastIndex,r===Ut?u[1]==="!--"?r=ms:u[1]!==void 0?r=gs:u[2]!==void 0?(bs.test(u[2])&&(i=RegExp("</"+u[2],"g")),r=_t):u[3]!==void 0&&(r=_t):r===_t?u[0]===">"?(r=i??Ut,f=-1):u[1]===void 0?f=-2:(f=r.lastIndex-u[2].length,p=u[1],r=u[3]===void 0?_t:u[3]==='"'?fs:hs):r===fs||r===hs?r=_t:r===ms||r===gs?r=Ut:(r=_t,i=void 0);let $=r===_t&&e[d+1].startsWith("/>")?" ":"";o+=r===Ut?c+ia:f>=0?(a.push(p),c.slice(0,f)+Ce+c.slice(f)+at+$):c+at+(f===-2?d:$)}return[ys(e,o+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),a]},zt=class e{constructor({strings:t,_$litType$:n},a){let i;this.parts=[];let o=0,r=0,d=t.length-1,c=this.parts,[p,u]=vs(t,n);if(this.el=e.createElement(p,a),$t.currentNode=this.el.content,n===2||n===3){let f=this.el.content.firstChild;f.replaceWith(...f.childNodes)}for(;(i=$t.nextNode())!==null&&c.length<d;){if(i.nodeType===1){if(i.hasAttributes())for(let f of i.getAttributeNames())if(f.endsWith(Ce)){let g=u[r++],$=i.getAttribute(f).split(at),w=/([.?@])?(.*)/.exec(g);c.push({type:1,index:o,name:w[2],strings:$,ctor:w[1]==="."?Qt:w[1]==="?"?te:w[1]==="@"?ee:vt}),i.removeAttribute(f)}else f.startsWith(at)&&(c.push({type:6,index:o}),i.removeAttribute(f));if(bs.test(i.tagName)){let f=i.textContent.split(at),g=f.length-1;if(g>0){i.textContent=Zt?Zt.emptyScript:"";for(let $=0;$<g;$++)i.append(f[$],Bt()),$t.nextNode(),c.push({type:2,index:++o});i.append(f[g],Bt())}}}else if(i.nodeType===8)if(i.data===Pe)c.push({type:2,index:o});else{let f=-1;for(;(f=i.data.indexOf(at,f+1))!==-1;)c.push({type:7,index:o}),f+=at.length-1}o++}}static createElement(t,n){let a=bt.createElement("template");return a.innerHTML=t,a}};function yt(e,t,n=e,a){if(t===V)return t;let i=a!==void 0?n._$Co?.[a]:n._$Cl,o=qt(t)?void 0:t._$litDirective$;return i?.constructor!==o&&(i?._$AO?.(!1),o===void 0?i=void 0:(i=new o(e),i._$AT(e,n,a)),a!==void 0?(n._$Co??=[])[a]=i:n._$Cl=i),i!==void 0&&(t=yt(e,i._$AS(e,t.values),i,a)),t}var Jt=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:a}=this._$AD,i=(t?.creationScope??bt).importNode(n,!0);$t.currentNode=i;let o=$t.nextNode(),r=0,d=0,c=a[0];for(;c!==void 0;){if(r===c.index){let p;c.type===2?p=new Tt(o,o.nextSibling,this,t):c.type===1?p=new c.ctor(o,c.name,c.strings,this,t):c.type===6&&(p=new se(o,this,t)),this._$AV.push(p),c=a[++d]}r!==c?.index&&(o=$t.nextNode(),r++)}return $t.currentNode=bt,i}p(t){let n=0;for(let a of this._$AV)a!==void 0&&(a.strings!==void 0?(a._$AI(t,a,n),n+=a.strings.length-2):a._$AI(t[n])),n++}},Tt=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,a,i){this.type=2,this._$AH=h,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=a,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=yt(this,t,n),qt(t)?t===h||t==null||t===""?(this._$AH!==h&&this._$AR(),this._$AH=h):t!==this._$AH&&t!==V&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):$s(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==h&&qt(this._$AH)?this._$AA.nextSibling.data=t:this.T(bt.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:a}=t,i=typeof a=="number"?this._$AC(t):(a.el===void 0&&(a.el=zt.createElement(ys(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===i)this._$AH.p(n);else{let o=new Jt(i,this),r=o.u(this.options);o.p(n),this.T(r),this._$AH=o}}_$AC(t){let n=_s.get(t.strings);return n===void 0&&_s.set(t.strings,n=new zt(t)),n}k(t){De(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,a,i=0;for(let o of t)i===n.length?n.push(a=new e(this.O(Bt()),this.O(Bt()),this,this.options)):a=n[i],a._$AI(o),i++;i<n.length&&(this._$AR(a&&a._$AB.nextSibling,i),n.length=i)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let a=us(t).nextSibling;us(t).remove(),t=a}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},vt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,a,i,o){this.type=1,this._$AH=h,this._$AN=void 0,this.element=t,this.name=n,this._$AM=i,this.options=o,a.length>2||a[0]!==""||a[1]!==""?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=h}_$AI(t,n=this,a,i){let o=this.strings,r=!1;if(o===void 0)t=yt(this,t,n,0),r=!qt(t)||t!==this._$AH&&t!==V,r&&(this._$AH=t);else{let d=t,c,p;for(t=o[0],c=0;c<o.length-1;c++)p=yt(this,d[a+c],n,c),p===V&&(p=this._$AH[c]),r||=!qt(p)||p!==this._$AH[c],p===h?t=h:t!==h&&(t+=(p??"")+o[c+1]),this._$AH[c]=p}r&&!i&&this.j(t)}j(t){t===h?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Qt=class extends vt{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===h?void 0:t}},te=class extends vt{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==h)}},ee=class extends vt{constructor(t,n,a,i,o){super(t,n,a,i,o),this.type=5}_$AI(t,n=this){if((t=yt(this,t,n,0)??h)===V)return;let a=this._$AH,i=t===h&&a!==h||t.capture!==a.capture||t.once!==a.once||t.passive!==a.passive,o=t!==h&&(a===h||i);i&&this.element.removeEventListener(this.name,this,a),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},se=class{constructor(t,n,a){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(t){yt(this,t)}},ws={M:Ce,P:at,A:Pe,C:1,L:vs,R:Jt,D:$s,V:yt,I:Tt,H:vt,N:te,U:ee,B:Qt,F:se},oa=Oe.litHtmlPolyfillSupport;oa?.(zt,Tt),(Oe.litHtmlVersions??=[]).push("3.3.3");var X=(e,t,n)=>{let a=n?.renderBefore??t,i=a._$litPart$;if(i===void 0){let o=n?.renderBefore??null;a._$litPart$=i=new Tt(t.insertBefore(Bt(),o),o,void 0,n??{})}return i._$AI(e),i};var it={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ne=e=>(...t)=>({_$litDirective$:e,values:t}),Ot=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,a){this._$Ct=t,this._$AM=n,this._$Ci=a}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var{I:ra}=ws,ks=e=>e;var As=e=>e.strings===void 0,xs=()=>document.createComment(""),Ct=(e,t,n)=>{let a=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0){let o=a.insertBefore(xs(),i),r=a.insertBefore(xs(),i);n=new ra(o,r,e,e.options)}else{let o=n._$AB.nextSibling,r=n._$AM,d=r!==e;if(d){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==r._$AU&&n._$AP(c)}if(o!==i||d){let c=n._$AA;for(;c!==o;){let p=ks(c).nextSibling;ks(a).insertBefore(c,i),c=p}}}return n},ct=(e,t,n=e)=>(e._$AI(t,n),e),la={},ae=(e,t=la)=>e._$AH=t,Es=e=>e._$AH,ie=e=>{e._$AR(),e._$AA.remove()};var Ms=(e,t,n)=>{let a=new Map;for(let i=t;i<=n;i++)a.set(e[i],i);return a},ca=ne(class extends Ot{constructor(e){if(super(e),e.type!==it.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let a;n===void 0?n=t:t!==void 0&&(a=t);let i=[],o=[],r=0;for(let d of e)i[r]=a?a(d,r):r,o[r]=n(d,r),r++;return{values:o,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,a]){let i=Es(e),{values:o,keys:r}=this.dt(t,n,a);if(!Array.isArray(i))return this.ut=r,o;let d=this.ut??=[],c=[],p,u,f=0,g=i.length-1,$=0,w=o.length-1;for(;f<=g&&$<=w;)if(i[f]===null)f++;else if(i[g]===null)g--;else if(d[f]===r[$])c[$]=ct(i[f],o[$]),f++,$++;else if(d[g]===r[w])c[w]=ct(i[g],o[w]),g--,w--;else if(d[f]===r[w])c[w]=ct(i[f],o[w]),Ct(e,c[w+1],i[f]),f++,w--;else if(d[g]===r[$])c[$]=ct(i[g],o[$]),Ct(e,i[f],i[g]),g--,$++;else if(p===void 0&&(p=Ms(r,$,w),u=Ms(d,f,g)),p.has(d[f]))if(p.has(d[g])){let m=u.get(r[$]),_=m!==void 0?i[m]:null;if(_===null){let v=Ct(e,i[f]);ct(v,o[$]),c[$]=v}else c[$]=ct(_,o[$]),Ct(e,i[f],_),i[m]=null;$++}else ie(i[g]),g--;else ie(i[f]),f++;for(;$<=w;){let m=Ct(e,c[w+1]);ct(m,o[$]),c[$++]=m}for(;f<=g;){let m=i[f++];m!==null&&ie(m)}return this.ut=r,ae(e,c),V}});var T=ne(class extends Ot{constructor(e){if(super(e),e.type!==it.PROPERTY&&e.type!==it.ATTRIBUTE&&e.type!==it.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!As(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===V||t===h)return t;let n=e.element,a=e.name;if(e.type===it.PROPERTY){if(t===n[a])return V}else if(e.type===it.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(a))return V}else if(e.type===it.ATTRIBUTE&&n.getAttribute(a)===t+"")return V;return ae(e),t}});var da=Symbol.for("preact-signals");function Ne(){if(wt>1){wt--;return}let e,t=!1;for((function(){let n=oe;for(oe=void 0;n!==void 0;){let a=n.S;if(a.v===n.v)for(let i=a.t;i!==void 0;i=i.x)i.i===n.i&&(i.i=a.i);n=n.o}})();Gt!==void 0;){let n=Gt;for(Gt=void 0,re++;n!==void 0;){let a=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Os(n))try{n.c()}catch(i){t||(e=i,t=!0)}n=a}}if(re=0,wt--,t)throw e}var L,Ft,Gt;function Z(e){let t=L,n=Ft;L=void 0,Ft=void 0;try{return e()}finally{L=t,Ft=n}}var oe,wt=0,re=0;var Ss=0,le=0;function Ts(e){if(L===void 0)return;let t=e.n;if(t===void 0||t.t!==L)return t={i:0,S:e,p:L.s,n:void 0,t:L,e:void 0,x:void 0,r:t},L.s!==void 0&&(L.s.n=t),L.s=t,e.n=t,32&L.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=L.s,t.n=void 0,L.s.n=t,L.s=t),t}function F(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}F.prototype.brand=da;F.prototype.h=function(){return!0};F.prototype.S=function(e){let t=this.t;t!==e&&e.e===void 0&&(e.x=t,this.t=e,t!==void 0?t.e=e:Z(()=>{var n;(n=this.W)==null||n.call(this)}))};F.prototype.U=function(e){if(this.t!==void 0){let t=e.e,n=e.x;t!==void 0&&(t.x=n,e.e=void 0),n!==void 0&&(n.e=t,e.x=void 0),e===this.t&&(this.t=n,n===void 0&&Z(()=>{var a;(a=this.Z)==null||a.call(this)}))}};F.prototype.subscribe=function(e){return Dt(()=>{let t=this.value;Z(()=>e(t))},{name:"sub"})};F.prototype.valueOf=function(){return this.value};F.prototype.toString=function(){return this.value+""};F.prototype.toJSON=function(){return this.value};F.prototype.peek=function(){return Z(()=>this.value)};Object.defineProperty(F.prototype,"value",{get(){let e=Ts(this);return e!==void 0&&(e.i=this.i),this.v},set(e){if(e!==this.v){if(re>100)throw new Error("Cycle detected");(function(t){wt!==0&&re===0&&t.l!==Ss&&(t.l=Ss,oe={S:t,v:t.v,i:t.i,o:oe})})(this),this.v=e,this.i++,le++,wt++;try{for(let t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ne()}}}});function U(e,t){return new F(e,t)}function Os(e){for(let t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Cs(e){for(let t=e.s;t!==void 0;t=t.n){let n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ps(e){let t,n=e.s;for(;n!==void 0;){let a=n.p;n.i===-1?(n.S.U(n),a!==void 0&&(a.n=n.n),n.n!==void 0&&(n.n.p=a)):t=n,n.S.n=n.r,n.r!==void 0&&(n.r=void 0),n=a}e.s=t}function kt(e,t){F.call(this,void 0,t),this.x=e,this.s=void 0,this.g=le-1,this.f=4}kt.prototype=new F;kt.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===le))return!0;if(this.g=le,this.f|=1,this.i>0&&!Os(this))return this.f&=-2,!0;let e=L;try{Cs(this),L=this;let t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(t){this.v=t,this.f|=16,this.i++}return L=e,Ps(this),this.f&=-2,!0};kt.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(let t=this.s;t!==void 0;t=t.n)t.S.S(t)}F.prototype.S.call(this,e)};kt.prototype.U=function(e){if(this.t!==void 0&&(F.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(let t=this.s;t!==void 0;t=t.n)t.S.U(t)}};kt.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(let e=this.t;e!==void 0;e=e.x)e.t.N()}};Object.defineProperty(kt.prototype,"value",{get(){if(1&this.f)throw new Error("Cycle detected");let e=Ts(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Le(e,t){return new kt(e,t)}function Ds(e){let t=e.j;if(e.j=void 0,typeof t=="function"){wt++;let n=L;L=void 0;try{t()}catch(a){throw e.f&=-2,e.f|=8,He(e),a}finally{L=n,Ne()}}}function He(e){for(let t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Ds(e)}function ua(e){if(L!==this)throw new Error("Out-of-order effect");Ps(this),L=e,this.f&=-2;try{8&this.f&&He(this)}finally{Ne()}}function Pt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,Ft&&Ft.push(this)}Pt.prototype.c=function(){let e=this.S();try{if(8&this.f||this.x===void 0)return;let t=this.x();typeof t=="function"&&(this.j=t)}finally{e()}};Pt.prototype.S=function(){if(1&this.f)throw new Error("Cycle detected");this.f|=1,this.f&=-9,Ds(this),Cs(this),wt++;let e=L;return L=this,ua.bind(this,e)};Pt.prototype.N=function(){2&this.f||(this.f|=2,this.u=Gt,Gt=this)};Pt.prototype.d=function(){this.f|=8,1&this.f||He(this)};Pt.prototype.dispose=function(){this.d()};function Dt(e,t){let n=new Pt(e,t);try{n.c()}catch(i){throw n.d(),i}let a=n.d.bind(n);return a[Symbol.dispose]=a,a}function Re(e,t,n){if(!(e instanceof HTMLElement))throw new Error("nowhere to render");Dt(()=>{let a=t();Z(()=>n?.before?.()),X(a,e),Z(()=>n?.after?.())})}var ce={};for(let e of document.querySelectorAll('meta[name^="texts-"]')){let t=e.name.slice(6),n=JSON.parse(e.content);for(let[a,i]of Object.entries(n))ce[`${t}.${a}`]=i}var D=document.documentElement.lang||"zh-CN",pa=new Intl.PluralRules(D),je=e=>e in ce;function s(e,t){let n=ce[e]??e;return t?n.replace(/\{(\w+)\}/g,(a,i)=>String(t[i]??a)):n}function B(e,t,n){let a=`${e}.${pa.select(t)}`;return s(a in ce?a:`${e}.other`,{count:t,...n})}function Is(){try{return localStorage.getItem("servicedesk.probe"),localStorage}catch{return null}}var ma="(max-width: 1100px)",ga="(max-width: 720px)",ha=15e3;function Ns(e){let t=r=>{let d=matchMedia(r),c=U(d.matches);return d.addEventListener("change",()=>c.value=d.matches),c},n=U(e?.getItem("servicedesk.details")!=="closed"),a=U(!1),i=U(Date.now());setInterval(()=>i.value=Date.now(),ha),Dt(()=>{try{e?.setItem("servicedesk.details",n.value?"open":"closed")}catch{}});let o=t(ma);return{narrow:o,phone:t(ga),now:i,details:{get open(){return o.value?a.value:n.value},set(r){o.value?a.value=r:n.value=r},toggle(){this.set(!this.open)}},tab:U("reply"),dialog:U(null),theme:U(document.documentElement.dataset.theme??"auto")}}var fa={inbox:b`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,user:b`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:b`<path d="M20 6 9 17l-5-5"/>`,"check-check":b`<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>`,clock:b`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"badge-check":b`<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/><path d="m16 9-5.5 5.5L8 12"/>`,globe:b`<circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/><path d="M2 12h20"/>`,"code-xml":b`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,"chevron-down":b`<path d="m6 9 6 6 6-6"/>`,"chevron-left":b`<path d="m15 18-6-6 6-6"/>`,"chevron-right":b`<path d="m9 18 6-6-6-6"/>`,"arrow-up":b`<path d="m5 12 7-7 7 7"/><path d="M12 19V5"/>`,"arrow-down":b`<path d="M12 5v14"/><path d="m19 12-7 7-7-7"/>`,x:b`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,lock:b`<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>`,"panel-right":b`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M15 3v18"/>`,info:b`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,mail:b`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,phone:b`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,"id-card":b`<path d="M13 19a4 4 0 00-8 0"/><path d="M16 10h2"/><path d="M16 14h2"/><circle cx="9" cy="12" r="3"/><rect x="2" y="5" width="20" height="14" rx="2"/>`,languages:b`<path d="m5 8 6 6"/><path d="m4 14 6-6 2-3"/><path d="M2 5h12"/><path d="M7 2h1"/><path d="m22 22-5-10-5 10"/><path d="M14 18h6"/>`,"message-circle":b`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,"circle-alert":b`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,"pencil-line":b`<path d="M13 21h8"/><path d="m15 5 4 4"/><path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>`,keyboard:b`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":b`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,power:b`<path d="M12 2v10"/><path d="M18.4 6.6a9 9 0 1 1-12.77.04"/>`,"book-open":b`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,sun:b`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:b`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,"sun-moon":b`<path d="M12 2v2"/><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"/><path d="M16 12a4 4 0 0 0-4-4"/><path d="m19 5-1.256 1.256"/><path d="M20 12h2"/>`,store:b`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,copy:b`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,"wifi-off":b`<path d="M12 20h.01"/><path d="M8.5 16.429a5 5 0 0 1 7 0"/><path d="M5 12.859a10 10 0 0 1 5.17-2.69"/><path d="M19 12.859a10 10 0 0 0-2.007-1.523"/><path d="M2 8.82a15 15 0 0 1 4.177-2.643"/><path d="M22 8.82a15 15 0 0 0-11.288-3.764"/><path d="m2 2 20 20"/>`,"cloud-off":b`<path d="M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057"/><path d="M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78"/><path d="m2 2 20 20"/>`,circle:b`<circle cx="12" cy="12" r="10"/>`,"circle-check":b`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"rotate-ccw":b`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`,"user-plus":b`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"monitor-smartphone":b`<path d="M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8"/><path d="M10 19v-3.96 3.15"/><path d="M7 19h5"/><rect width="6" height="10" x="16" y="12" rx="2"/>`,star:b`<path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"/>`,"undo-2":b`<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>`,"alarm-clock":b`<circle cx="12" cy="13" r="8"/><path d="M12 9v4l2 2"/><path d="M5 3 2 6"/><path d="m22 6-3-3"/><path d="M6.38 18.7 4 21"/><path d="M17.64 18.67 20 21"/>`,users:b`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,settings:b`<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"/><circle cx="12" cy="12" r="3"/>`,"trash-2":b`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,search:b`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bell:b`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,play:b`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`,pause:b`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`,paperclip:b`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,file:b`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/>`,"audio-lines":b`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`,download:b`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,mic:b`<path d="M12 19v3"/><path d="M19 10v2a7 7 0 0 1-14 0v-2"/><rect x="9" y="2" width="6" height="13" rx="3"/>`,"volume-2":b`<path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/><path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`,"arrow-right":b`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"arrow-up-down":b`<path d="m21 16-4 4-4-4"/><path d="M17 20V4"/><path d="m3 8 4-4 4 4"/><path d="M7 4v16"/>`,"list-filter":b`<path d="M2 5h20"/><path d="M6 12h12"/><path d="M9 19h6"/>`,smile:b`<circle cx="12" cy="12" r="10"/><path d="M8 14s1.5 2 4 2 4-2 4-2"/><line x1="9" x2="9.01" y1="9" y2="9"/><line x1="15" x2="15.01" y1="9" y2="9"/>`,"square-slash":b`<rect width="18" height="18" x="3" y="3" rx="2"/><line x1="9" x2="15" y1="15" y2="9"/>`,bold:b`<path d="M6 12h9a4 4 0 0 1 0 8H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h7a4 4 0 0 1 0 8"/>`,list:b`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`,link:b`<path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"/><path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"/>`,plus:b`<path d="M5 12h14"/><path d="M12 5v14"/>`,tag:b`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,"at-sign":b`<circle cx="12" cy="12" r="4"/><path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8"/>`,"map-pin":b`<path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"/><circle cx="12" cy="10" r="3"/>`,"list-checks":b`<path d="M13 5h8"/><path d="M13 12h8"/><path d="M13 19h8"/><path d="m3 17 2 2 4-4"/><path d="m3 7 2 2 4-4"/>`},H=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${fa[e]}</svg>`;var _a=/[\u3400-\u9fff\uf900-\ufaff]/;function Ue(e){let t=e.trim().split(/\s+/),n=t.at(-1);if(_a.test(n))return[...n].at(-1)??"";let a=[...t[0]][0]??"";return(t.length>1?a+([...n][0]??""):a).toUpperCase()}var $a=6;function ba(e){let t=0;for(let n of e)t=t*31+n.codePointAt(0)>>>0;return t%$a+1}var dt=(e,t="")=>e.picture?l`<img class="avatar ${t}" src="/p/${e.picture}" alt="" width="36" height="36" />`:l`<span class="avatar ${t} tint-${ba(e.id)}" aria-hidden="true"
    >${t==="tiny"?[...Ue(e.name)][0]:Ue(e.name)}</span
  >`;var Fo=l`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;var ut=typeof navigator<"u"&&/Mac|iPhone|iPad/.test(navigator.platform),ya={Enter:"↵",Escape:"Esc",ArrowUp:"↑",ArrowDown:"↓",ArrowLeft:"←",ArrowRight:"→"," ":"Space",Backspace:"⌫",Delete:"Del"},va=new Set(["Shift","Control","Alt","Meta","AltGraph","CapsLock","Fn","Dead","Process","Unidentified"]),Ls=/^\p{L}$/u;function de(e,t=ut){if(e.isComposing||e.keyCode===229||va.has(e.key))return null;let n=e.getModifierState?.("AltGraph")??!1,a=t?e.metaKey:e.ctrlKey&&!n;if(t?e.ctrlKey:e.metaKey)return null;let{key:o}=e,r=/^Key([A-Z])$/.exec(e.code??"");o.length===1&&o.charCodeAt(0)>127&&r&&(o=r[1]);let d=Ls.test(o),c=o.length>1||o===" ",p=[];return a&&p.push("mod"),e.altKey&&!n&&p.push("Alt"),e.shiftKey&&(d||c)&&p.push("Shift"),p.push(d?o.toLowerCase():o),p.join("+")}function xt(e){let t=e.trim().split(/ +/).filter(Boolean);if(t.length===0||t.length>2)return null;let n=t.map(a=>{let i=a.split("+"),o=a.endsWith("+")?"+":i.at(-1),r=i.slice(0,a.endsWith("+")?-2:-1).map(u=>u.toLowerCase());if(!r.every(u=>["mod","alt","shift"].includes(u)))return null;let c=Ls.test(o)?o.toLowerCase():o.length>1?o[0].toUpperCase()+o.slice(1):o;return[...[["mod","mod"],["alt","Alt"],["shift","Shift"]].flatMap(([u,f])=>r.includes(u)?[f]:[]),c].join("+")});return n.every(Boolean)?n.join(" "):null}function pt(e,t=ut){return e?e.split(" ").flatMap(n=>(n==="+"?["+"]:n.split("+")).map(i=>i==="mod"?t?"⌘":"Ctrl":i==="Shift"?t?"⇧":"Shift":i==="Alt"?t?"⌥":"Alt":ya[i]??(i.length===1?i.toUpperCase():i))):[]}var Hs=e=>pt(e).join(ut?"":" "),Rs=e=>e.startsWith("mod+")||e.startsWith("Alt+");var ue=[],wa=0,ka=0;var xa=()=>!!history.state?.layer&&!ue.some(e=>e.id===history.state.layer);function pe(e){let t=wa+=1;return history[xa()?"replaceState":"pushState"]({...history.state,layer:t},""),ue.push({id:t,close:e}),()=>{let n=ue.findIndex(a=>a.id===t);n<0||(ue.splice(n,1),setTimeout(()=>{history.state?.layer===t&&(ka+=1,history.back())}))}}var js=6,K=null,Vt=null,Be=null;function Aa(e){let t=l`${e.mark?l`<span class="menu-mark">${e.mark}</span>`:h}<span class="menu-label"
      >${e.label}</span
    >${e.hint?l`<span class="menu-hint">${e.hint}</span>`:h}${e.checked?l`<span class="menu-check">${H("check")}</span>`:h}`;if(e.href)return l`<a class="menu-item" role="menuitem" tabindex="-1" href=${e.href} target="_blank" rel="noopener">${t}</a>`;let n=()=>{me(),e.run?.()};return e.checked===void 0?l`<button class="menu-item" role="menuitem" tabindex="-1" @click=${n}>${t}</button>`:l`<button class="menu-item" role="menuitemradio" aria-checked=${e.checked} tabindex="-1" @click=${n}>
        ${t}
      </button>`}function Ea(e){let t=[...K?.querySelectorAll(".menu-item")??[]],n=t.indexOf(document.activeElement),a={ArrowDown:n+1,ArrowUp:n-1,Home:0,End:t.length-1}[e.key];if(e.key==="Tab")return me();a!==void 0&&(e.preventDefault(),t[(a+t.length)%t.length]?.focus())}function Ma(e,t,n){let{width:a,height:i}=e.getBoundingClientRect(),o=Math.max(8,Math.min(t.left,innerWidth-a-8)),r=t.bottom+js,d=n||r+i>innerHeight-8?Math.max(8,t.top-js-i):r;e.style.setProperty("left",`${o}px`),e.style.setProperty("top",`${d}px`)}function me(){K?.matches(":popover-open")&&K.hidePopover()}function Us(e,t,n,a={}){if(K?.matches(":popover-open")){let r=Vt===e;if(me(),r)return}K||(K=document.createElement("div"),K.className="menu",K.popover="auto",K.addEventListener("keydown",Ea),K.addEventListener("toggle",r=>{r.newState==="closed"&&(Be?.(),Be=null,Vt?.setAttribute("aria-expanded","false"),(document.activeElement===document.body||K?.contains(document.activeElement))&&Vt?.focus(),Vt=null)}),(document.querySelector("main")??document.body).append(K));let i=K;Vt=e,X(l`${a.head??h}
      <div role="menu" aria-label=${t}>
        ${n.filter(r=>r.items.length>0).map(r=>l`<div class="menu-group" role="group" aria-label=${r.label??t}>
              ${r.label?l`<div class="menu-head" aria-hidden="true">${r.label}</div>`:h}
              ${r.items.map(Aa)}
            </div>`)}
      </div>`,i),e.setAttribute("aria-expanded","true"),i.showPopover(),matchMedia("(max-width: 720px)").matches&&(Be=pe(me)),Ma(i,e.getBoundingClientRect(),a.above??!1),(i.querySelector('[aria-checked="true"]')??i.querySelector(".menu-item"))?.focus()}var Sa=["online","away","offline"],Ta=["auto","light","dark"],Oa={auto:"sun-moon",light:"sun",dark:"moon"},Ca=[{id:"zh-CN",label:"中文"},{id:"en",label:"English"}];function Bs(e,t,n,a="inbox"){let i=()=>l`<div class="me-head">
      ${dt(e.agent)}
      <div><strong>${e.agent.name}</strong><span>${e.agent.email}</span></div>
    </div>`,o=r=>Us(r.currentTarget,s("agent.menu"),[{label:s("agent.state"),items:Sa.map(d=>({label:s(`agent.state_${d}`),mark:l`<i class="presence ${d==="online"?"on":d}"></i>`,checked:e.agent.availability===d,run:()=>n.availability(d)}))},{label:s("agent.language"),items:Ca.map(({id:d,label:c})=>({label:c,checked:D===d,run:()=>n.language(d)}))},{label:s("agent.theme"),items:Ta.map(d=>({label:s(`agent.theme_${d}`),mark:H(Oa[d]),checked:t.theme.value===d,run:()=>n.theme(d)}))},{items:[...t.phone.value?[{label:s("palette.title"),mark:H("search"),run:n.palette}]:[{label:s("agent.keys"),hint:"?",mark:H("keyboard"),run:()=>t.dialog.value="keys"},{label:s("agent.docs"),mark:H("book-open"),href:"/docs"}]]},{items:[{label:s("agent.sign_out"),mark:H("log-out"),run:()=>n.signOut(!1)},{label:s("agent.sign_out_everywhere"),mark:H("power"),run:()=>n.signOut(!0)}]}],{above:!0,head:i()});return()=>{e.ticks.frame.value;let r=e.book.counts?.waiting??0,d=e.agent.availability,c=document.querySelector('meta[name="assets"]')?.getAttribute("content")??"";return l`<img class="rail-logo" src="${c}/img/logo.svg" width="36" height="36" alt="" />
      <a class="rail-item" href="/inbox" aria-current=${a==="inbox"?"page":h}>
        <span class="rail-icon"
          >${H("inbox",t.phone.value?24:20)}${r?l`<span class="badge" aria-hidden="true">${r>99?"99+":r}</span>`:h}</span
        >
        <span>${s("inbox.title")}</span>
        ${r?l`<span class="hidden">${B("inbox.waiting_count",r)}</span>`:h}
      </a>
      <button
        class="rail-item rail-find no-phone"
        aria-haspopup="dialog"
        aria-keyshortcuts=${ut?"Meta+K":"Control+K"}
        title=${`${s("palette.title")} · ${Hs("mod+k")}`}
        @click=${n.palette}
      >
        <span class="rail-icon">${H("search",20)}</span><span>${s("palette.find")}</span>
      </button>
      <a class="rail-item" href="/settings" aria-current=${a==="settings"?"page":h}>
        <span class="rail-icon">${H("settings",t.phone.value?24:20)}</span>
        <span>${s("settings.title")}</span>
      </a>
      <button
        class="rail-me"
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${o}
      >
        <span class="me-face">${dt(e.agent)}<i class="presence ${d==="online"?"on":d}"></i></span>
        <span class="hidden">${s("agent.menu_of",{name:e.agent.name,state:s(`agent.state_${d}`)})}</span>
        <span class="only-phone" aria-hidden="true">${s("common.me")}</span>
      </button>`}}var qs=new Set([...[..."acvxwtnqrpfo"].map(e=>`mod+${e}`),"Tab","Shift+Tab","Escape"," ","ArrowUp","ArrowDown","ArrowLeft","ArrowRight","Home","End","PageUp","PageDown"]),he=new Set(["back","open","send","undo_send"]),ge="none";function At(e,t={}){let n=new Map,a=new Map,i=Object.entries(t).filter(([r])=>r in e&&!he.has(r));for(let[r,d]of i){let c=d===ge?"":xt(d);c===null||c&&n.has(c)||(c&&n.set(c,r),a.set(r,c))}for(let[r,{key:d}]of Object.entries(e)){let c=d&&xt(d);a.has(r)||!c||n.has(c)||(n.set(c,r),a.set(r,c))}let o=new Set([...n.keys()].filter(r=>r.includes(" ")).map(r=>r.split(" ")[0]));return{keyOf:r=>a.get(r)??"",actionOf:r=>n.get(r)??null,opens:r=>o.has(r),against(r,d){let c=xt(d);if(!c)return{problem:"malformed"};if(qs.has(c)||qs.has(c.split(" ")[0]))return{problem:"reserved"};let p=n.get(c);return p&&p!==r?he.has(p)?{problem:"reserved"}:{problem:"taken",by:p}:o.has(c)||c.includes(" ")&&n.has(c.split(" ")[0])?{problem:"pair"}:null},keyless:()=>Object.keys(e).filter(r=>e[r].key&&!a.get(r))}}function fe(e,t,n,a){let i={...t},o=a===null?xt(e[n].key):xt(a)||"";a===null?delete i[n]:i[n]=o||ge;let r=At(e,t),d=o?r.actionOf(o):null;return d&&d!==n&&(i[d]=ge),Object.fromEntries(Object.entries(i).filter(([c,p])=>c in e&&p!==(xt(e[c].key)??ge)))}var Pa=1500,Da=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName));function zs({keymap:e,actions:t,waiting:n}){let a=null,i=null,o=()=>{a!==null&&(clearTimeout(i),a=null,n?.(null))};addEventListener("keydown",r=>{if(r.defaultPrevented||r.repeat&&a)return;let d=de(r);if(!d)return;if(document.querySelector("dialog[open], .menu:popover-open"))return o();let c=e(),p=!Da(r.target),u=a===null?null:`${a} ${d}`,f=a!==null;if(o(),!f&&p&&c.opens(d)){a=d,i=setTimeout(o,Pa),n?.(d),r.preventDefault();return}let g=(u&&c.actionOf(u))??c.actionOf(d),$=g?t[g]:null;!$||!p&&!Rs(d)&&!$.field||$.when?.()===!1||(r.preventDefault(),$.run())})}var qe=(e,t)=>t===0||/[\s·.,/\-_:：，（(「]/.test(e[t-1]);function Ia(e,t){let n=-1;for(let a=t.indexOf(e);a>=0;a=t.indexOf(e,a+1))if(n<0&&(n=a),qe(t,a)){n=a;break}if(n>=0)return{score:(n===0?e.length===t.length?100:60:qe(t,n)?40:20)-n/100,spans:[[n,n+e.length]]};if(e.length<2)return null;for(let a=t.indexOf(e[0]);a>=0;a=t.indexOf(e[0],a+1)){let i=[[a,a+1]],o=a;for(let r of e.slice(1)){let d=t.indexOf(r,o+1);if(!(d>=0&&(d-o<=4||qe(t,d)))){i.length=0;break}let p=i[i.length-1];d===p[1]?p[1]+=1:i.push([d,d+1]),o=d}if(i.length)return{score:5-i.length/10,spans:i}}return null}function Fs(e,t,n=""){let a=e.toLowerCase().split(/\s+/).filter(Boolean),i=t.toLowerCase(),o=n.toLowerCase(),r=0,d=[];for(let c of a){let p=Ia(c,i);if(p)r+=p.score,d.push(...p.spans);else if(o.includes(c))r+=1;else return null}return{score:r,spans:Na(d)}}function Na(e){let t=[];for(let[n,a]of e.sort((i,o)=>i[0]-o[0])){let i=t[t.length-1];i&&n<=i[1]?i[1]=Math.max(i[1],a):t.push([n,a])}return t}function Gs(e,t){let n=[],a=0;for(let[i,o]of t)i>a&&n.push({text:e.slice(a,i),hit:!1}),n.push({text:e.slice(i,o),hit:!0}),a=o;return a<e.length&&n.push({text:e.slice(a),hit:!1}),n}var La=["selection","conversation","assign","view","recent","settings","desk"],Ha=8,Vs=10;function Ks(e,t){let n=t.trim(),a=[];for(let r of e){if(!n){r.asked||a.push({entry:r,spans:[],score:0});continue}let d=Fs(n,r.label,`${r.hint??""} ${r.more??""}`);d&&a.push({entry:r,...d})}let i=a.filter(r=>r.score>=Vs||r.spans.length===0);i.some(r=>r.score>=Vs)&&(a=i);let o=La.map(r=>({name:r,hits:a.filter(d=>d.entry.group===r).sort((d,c)=>c.score-d.score).slice(0,Ha).map(({entry:d,spans:c})=>({entry:d,spans:c}))})).filter(r=>r.hits.length>0);return{groups:o,flat:o.flatMap(r=>r.hits)}}var Ws=(e,t,n)=>n===0?0:(e+t+n)%n;var Ra=e=>e?l`<span class="palette-keys">${pt(e).map(t=>l`<kbd>${t}</kbd>`)}</span>`:h;function Ys({entries:e,subject:t,next:n,phone:a}){let i=U(!1),o=U(""),r=U(0),d=U([]),c=Le(()=>Ks(d.value,o.value)),p=null,u=()=>document.getElementById("palette"),f=()=>u()?.close(),g=()=>{i.value=!1,p?.(),p=null},$=()=>{if(i.peek())return f();d.value=e(),o.value="",r.value=0,i.value=!0,a()&&(p=pe(f))},w=(y,S)=>{f(),y.run(),S&&y.next&&n()},m=y=>{r.value=Ws(r.value,y,c.value.flat.length),document.getElementById(`palette-${r.value}`)?.scrollIntoView({block:"nearest"})},_=y=>{if(y.isComposing||y.keyCode===229)return;let S={ArrowDown:1,ArrowUp:-1,PageDown:5,PageUp:-5}[y.key];if(S!==void 0)m(S);else if(y.key==="Enter"){let E=c.value.flat[r.value];E&&w(E.entry,y.metaKey||y.ctrlKey)}else if(y.key.toLowerCase()==="k"&&(ut?y.metaKey:y.ctrlKey))f();else return;y.preventDefault()},v=({entry:y,spans:S},E)=>{let O=E===r.value;return l`<div
      class="palette-item ${O?"active":""}"
      id="palette-${E}"
      role="option"
      aria-selected=${O}
      @click=${I=>w(y,I.metaKey||I.ctrlKey)}
      @pointermove=${()=>r.peek()!==E&&(r.value=E)}
    >
      <span class="palette-mark">${y.mark??h}</span>
      <span class="palette-label"
        ><span>${Gs(y.label,S).map(I=>I.hit?l`<b>${I.text}</b>`:I.text)}</span
        >${y.hint?l` <span class="palette-hint">${y.hint}</span>`:h}</span
      >
      ${y.current?l`<span class="palette-now">${H("check")}<span class="hidden">${s("palette.current")}</span></span>`:h}
      ${Ra(y.key??"")}
    </div>`},k=()=>{let y=0;return c.value.groups.map(S=>l`<div role="group" aria-labelledby="palette-head-${S.name}">
        <div class="palette-head" id="palette-head-${S.name}">
          ${s(`palette.group_${S.name}`,{subject:Z(t)??""})}
        </div>
        ${S.hits.map(E=>v(E,y++))}
      </div>`)};return{open:$,close:f,view:()=>{if(!i.value)return h;let{flat:y}=c.value,S=Z(t);return l`<dialog
        class="palette"
        id="palette"
        aria-label=${s("palette.title")}
        @close=${g}
        @click=${E=>E.target===E.currentTarget&&f()}
      >
        <div class="palette-field">
          ${S?l`<span class="palette-chip">${S}</span>`:l`<span class="palette-lens">${H("search",18)}</span>`}
          <input
            id="palette-query"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${y.length?`palette-${r.value}`:h}
            aria-label=${S?s("palette.label_about",{subject:S}):s("palette.label")}
            placeholder=${s("palette.placeholder")}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            @input=${E=>{o.value=E.target.value,r.value=0,document.getElementById("palette-list")?.scrollTo(0,0)}}
            @keydown=${_}
          />
          <button class="palette-esc" type="button" aria-label=${s("palette.close")} @click=${f}>
            <kbd class="no-phone">Esc</kbd><span class="only-phone">${H("x",20)}</span>
          </button>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${s("palette.results")}>${k()}</div>
        ${y.length?h:l`<p class="palette-none">${s("palette.nothing",{query:o.value})}</p>`}
        <div class="palette-foot">
          <span class="no-phone" aria-hidden="true"
            ><span><kbd>↑</kbd><kbd>↓</kbd>${s("palette.key_move")}</span><span><kbd>↵</kbd>${s("palette.key_run")}</span
            ><span><kbd>${ut?"⌘↵":"Ctrl ↵"}</kbd>${s("palette.key_next")}</span></span
          >
          <span role="status">${B("palette.count",y.length)}</span>
        </div>
      </dialog>`},around:{after(){let y=u();!y||y.open||(y.showModal(),document.getElementById("palette-query")?.focus())}}}}var ze=["mine","unassigned","open","waiting","snoozed","closed"];var Xs=[{id:"channels",label:"settings.group_channels"},{id:"answering",label:"settings.group_answering"},{id:"team",label:"settings.group_team"},{id:"me",label:"settings.group_me"}],ja=[{id:"widget",group:"channels",label:"settings.widget",keywords:"settings.find_widget",manage:!0},{id:"hours",group:"answering",label:"settings.hours",keywords:"settings.find_hours",manage:!0},{id:"canned",group:"answering",label:"settings.canned",keywords:"settings.find_canned",manage:!1},{id:"labels",group:"answering",label:"settings.labels",keywords:"settings.find_labels",manage:!1},{id:"team",group:"team",label:"settings.team",keywords:"settings.find_team",manage:!0},{id:"shop",group:"team",label:"settings.shop",keywords:"settings.find_shop",manage:!0},{id:"data",group:"team",label:"settings.data",keywords:"settings.find_data",manage:!0},{id:"about",group:"team",label:"settings.about",keywords:"settings.find_about",manage:!1},{id:"profile",group:"me",label:"settings.profile",keywords:"settings.find_profile",manage:!1},{id:"notifications",group:"me",label:"settings.notifications",keywords:"settings.find_notifications",manage:!1},{id:"sessions",group:"me",label:"settings.sessions",keywords:"settings.find_sessions",manage:!1},{id:"tokens",group:"me",label:"settings.tokens",keywords:"settings.find_tokens",manage:!1}],_e=e=>ja.filter(t=>!t.manage||e!=="agent");var Fe=6e4,Ge=60*Fe,Ve=24*Ge,Ua=new Intl.DateTimeFormat(D,{hour:"2-digit",minute:"2-digit",hourCycle:"h23"}),Ba=new Intl.DateTimeFormat(D,{weekday:"short"}),Tr=new Intl.DateTimeFormat(D,{weekday:"long"}),qa=new Intl.DateTimeFormat(D,{day:"numeric",month:D==="zh-CN"?"long":"short"}),za=new Intl.DateTimeFormat(D,{day:"numeric",month:"short",year:"numeric"}),Or=new Intl.DateTimeFormat(D,{month:D==="zh-CN"?"short":"long"}),Cr=new Intl.DateTimeFormat(D,{year:"numeric"}),Fa=new Intl.DateTimeFormat(D,{dateStyle:"long",timeStyle:"medium",hourCycle:"h23"});function Ga(e,t){let n=a=>new Date(a.getFullYear(),a.getMonth(),a.getDate()).getTime();return Math.round((n(new Date(t))-n(e))/Ve)}function mt(e,t){let n=Math.max(0,t-Date.parse(e));return n<Fe?s("common.now"):n<Ge?s("common.minutes",{count:Math.floor(n/Fe)}):n<Ve?s("common.hours",{count:Math.floor(n/Ge)}):s("common.days",{count:Math.floor(n/Ve)})}function Ke(e,t){let n=new Date(e),a=Ga(n,t);return a<=0?Ua.format(n):a===1?s("common.yesterday"):a<7?Ba.format(n):n.getFullYear()===new Date(t).getFullYear()?qa.format(n):za.format(n)}var q=e=>Fa.format(new Date(e));var Zs=e=>_e(e).map(t=>({id:`settings:${t.id}`,group:"settings",label:s("palette.settings_page",{name:s(t.label)}),more:`settings ${t.id} ${s(t.keywords)}`,mark:H("settings",18),asked:!0,run:()=>location.assign(`/settings/${t.id}`)}));var Qs=({csrf:e,signedOut:t})=>async(n,a,i)=>{try{return await Se(n,`/api/v1${a}`,i,e)}catch(o){throw o instanceof Q&&o.status===401&&t(),o}},Va=["image/png","image/jpeg","image/webp"],Js=120*1024;async function Ka(e,t){let n=await createImageBitmap(e),a=Math.min(1,t/Math.max(n.width,n.height));if(a===1&&e.size<=Js&&Va.includes(e.type))return e;let i=document.createElement("canvas");for(let o=a;;o*=.8){i.width=Math.max(1,Math.round(n.width*o)),i.height=Math.max(1,Math.round(n.height*o)),i.getContext("2d").drawImage(n,0,0,i.width,i.height);let r=await new Promise(d=>i.toBlob(d,"image/webp",.85));if(r&&(r.size<=Js||o<.1))return r}}var tn=({csrf:e,signedOut:t})=>async(n,a)=>{let i=await Ka(n,a).catch(()=>{throw new Q(400,{code:"invalid"},null)}),o;try{o=await fetch("/api/v1/pictures",{method:"POST",headers:{"x-csrf-token":e,"content-type":i.type||"application/octet-stream"},credentials:"same-origin",body:i})}catch{throw new Q(0,null,null)}if(o.status===401&&t(),!o.ok)throw new Q(o.status,null,null);return(await o.json()).picture};var Wa={search:b`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,bubble:b`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,out:b`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,users:b`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,user:b`<path d="M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"/><circle cx="12" cy="7" r="4"/>`,check:b`<path d="M20 6 9 17l-5-5"/>`,done:b`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,alert:b`<circle cx="12" cy="12" r="10"/><line x1="12" x2="12" y1="8" y2="12"/><line x1="12" x2="12.01" y1="16" y2="16"/>`,copy:b`<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`,clock:b`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,quote:b`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,tag:b`<path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"/><circle cx="7.5" cy="7.5" r=".5" fill="currentColor"/>`,store:b`<path d="M15 21v-5a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v5"/><path d="M17.774 10.31a1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.451 0 1.12 1.12 0 0 0-1.548 0 2.5 2.5 0 0 1-3.452 0 1.12 1.12 0 0 0-1.549 0 2.5 2.5 0 0 1-3.77-3.248l2.889-4.184A2 2 0 0 1 7 2h10a2 2 0 0 1 1.653.873l2.895 4.192a2.5 2.5 0 0 1-3.774 3.244"/><path d="M4 10.95V19a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8.05"/>`,drive:b`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,info:b`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,bell:b`<path d="M10.268 21a2 2 0 0 0 3.464 0"/><path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"/>`,monitor:b`<rect width="20" height="14" x="2" y="3" rx="2"/><path d="M8 21h8"/><path d="M12 17v4"/>`,smartphone:b`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,code:b`<path d="m18 16 4-4-4-4"/><path d="m6 8-4 4 4 4"/><path d="m14.5 4-5 16"/>`,plus:b`<path d="M5 12h14"/><path d="M12 5v14"/>`,x:b`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,trash:b`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,pencil:b`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,download:b`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`,up:b`<path d="m18 15-6-6-6 6"/>`,down:b`<path d="m6 9 6 6 6-6"/>`,sun:b`<circle cx="12" cy="12" r="4"/><path d="M12 2v2"/><path d="M12 20v2"/><path d="m4.93 4.93 1.41 1.41"/><path d="m17.66 17.66 1.41 1.41"/><path d="M2 12h2"/><path d="M20 12h2"/><path d="m6.34 17.66-1.41 1.41"/><path d="m19.07 4.93-1.41 1.41"/>`,moon:b`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`,square:b`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,headset:b`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,leaf:b`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`,"chevron-left":b`<path d="m15 18-6-6 6-6"/>`,"chevron-right":b`<path d="m9 18 6-6-6-6"/>`},M=(e,t=16)=>l`<svg class="icon" viewBox="0 0 24 24" width=${t} height=${t} aria-hidden="true">${Wa[e]}</svg>`;var Ya=5e3,Xa={widget:"bubble",hours:"clock",canned:"quote",labels:"tag",team:"users",shop:"store",data:"drive",about:"info",profile:"user",notifications:"bell",sessions:"monitor",tokens:"code"};function en({me:e,asked:t,shown:n,schedule:a,phone:i}){let o=document.getElementById("settings"),r=null,d=null,c=null,p=null,u="",f=!1,g=!1,$=()=>{f||(f=!0,a(()=>{f=!1,aa()}))},w=(x,C={})=>{clearTimeout(c),d={text:x,bad:C.bad??!1,action:C.action},c=setTimeout(()=>{d=null,$()},Ya),$()},m=x=>{let P={0:"error.unreachable",403:"error.forbidden",404:"error.not_found",409:"error.conflict",429:"error.rate_limited",503:"error.unavailable",400:"error.invalid",422:"error.invalid"}[x?.status];w(P?s(P):s("error.unexpected"),{bad:!0})},_=x=>new Promise(C=>{p={...x,typed:"",answer:P=>{p=null,$(),C(P)}},$()}),v=()=>r?.form?r.form.changes.length:0,k=async()=>{if(!(!r?.form||v()===0))try{await r.form.save()?w(s("settings_frame.saved")):requestAnimationFrame(()=>o.querySelector('[aria-invalid="true"]')?.focus())}catch(x){m(x)}};o.addEventListener("click",async x=>{let C=x.target.closest?.("a[href]");!(C instanceof HTMLAnchorElement)||C.target||C.origin!==location.origin||v()===0||x.metaKey||x.ctrlKey||x.shiftKey||(x.preventDefault(),!await _({title:s("settings_frame.leave_title"),text:B("settings_frame.leave_text",v()),confirm:s("settings_frame.leave"),cancel:s("settings_frame.stay")}))||(g=!0,location.assign(C.href))}),addEventListener("beforeunload",x=>{!g&&v()>0&&x.preventDefault()});let y=/Mac|iPhone|iPad/.test(navigator.platform);addEventListener("keydown",x=>{x.isComposing||document.querySelector("dialog[open], .menu:popover-open")||((y?x.metaKey:x.ctrlKey)&&x.key.toLowerCase()==="s"?(x.preventDefault(),k()):x.key==="/"&&!(x.target instanceof HTMLElement&&/^(INPUT|TEXTAREA|SELECT)$/.test(x.target.tagName))&&(x.preventDefault(),document.getElementById("settings-search")?.focus()))});let S=_e(e.agent.role),E=()=>{let x=u.trim().toLowerCase().split(/\s+/).filter(Boolean);return S.filter(C=>{let P=`${s(C.label)} ${s(C.keywords)}`.toLowerCase();return x.every(j=>P.includes(j))})},O=()=>{let x=E(),C=t||(i()?"":n),P=s("settings.title");return l`${C?l`<p class="pages-title">${P}</p>`:l`<h1 class="pages-title">${P}</h1>`}
      <div class="pages-search" role="search">
        ${M("search")}
        <input
          id="settings-search"
          type="search"
          placeholder=${s("settings_frame.search")}
          aria-label=${s("settings_frame.search")}
          autocomplete="off"
          .value=${T(u)}
          @input=${j=>{u=j.target.value,$()}}
          @keydown=${j=>{j.isComposing||(j.key==="Enter"&&x[0]&&o.querySelector(".pages-link")?.click(),j.key==="Escape"&&u&&(u="",$()))}}
        /><kbd class="no-phone" aria-hidden="true">/</kbd>
      </div>
      <nav class="pages-list" aria-label=${s("settings.title")}>
        ${Xs.map(j=>{let jt=x.filter(lt=>lt.group===j.id);return jt.length===0?h:l`<p class="pages-group" id="group-${j.id}">${s(j.label)}</p>
            <ul aria-labelledby="group-${j.id}">
              ${jt.map(lt=>l`<li>
                    <a class="pages-link" href="/settings/${lt.id}" aria-current=${lt.id===C?"page":h}
                      >${M(Xa[lt.id])}<span>${s(lt.label)}</span>${M("chevron-right")}</a
                    >
                  </li>`)}
            </ul>`})}
        ${x.length===0?l`<p class="pages-none" role="status">${s("settings_frame.nothing",{text:u})}</p>`:h}
      </nav>`},I=()=>{let x=r?.form;if(!x||x.phase!=="ready")return h;let C=x.changes.length,P=Object.keys(x.errors).length,j=r?.words??{save:"settings_frame.make_live",changes:"settings_frame.not_live"};return l`<footer class="page-bar" data-changes=${C}>
      <p role="status">
        ${P?l`<span class="bad">${B("settings_frame.wrong",P)}</span>`:C?B(j.changes,C):s("settings_frame.all_saved")}
      </p>
      ${C?l`<button type="button" class="button quiet" @click=${()=>x.revert()}>${s("settings_frame.revert")}</button>
            <button type="button" class="button primary" aria-busy=${x.busy} @click=${k}>
              ${s(j.save)}<kbd class="no-phone" aria-hidden="true">${y?"⌘":"Ctrl "}S</kbd>
            </button>`:h}
    </footer>`},Y=()=>{if(!r)return h;let x=S.find(P=>P.id===n),C=r.form;return l`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${s("common.back")}>${M("chevron-left",22)}</a>
          <h1 id="page-title" tabindex="-1">${x?s(x.label):""}</h1>
          ${r.status?.()??h}
        </header>
        ${r.tabs?l`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${R}>
              ${r.tabs.map(P=>l`<button
                    type="button"
                    role="tab"
                    id="tab-${P.id}"
                    aria-controls="page-body"
                    aria-selected=${P.id===r?.tab}
                    tabindex=${P.id===r?.tab?0:-1}
                    @click=${()=>r?.choose?.(P.id)}
                  >
                    ${P.label}
                  </button>`)}
            </div>`:h}
        <div
          class="page-body"
          id="page-body"
          role=${r.tabs?"tabpanel":h}
          aria-labelledby=${r.tabs?`tab-${r.tab}`:h}
          tabindex="0"
        >
          <div class="page-content">
            ${C?.phase==="failed"?l`<p class="page-failed" role="alert">
                  ${s("settings_frame.load_failed")}
                  <button type="button" class="text-button" @click=${()=>C.load()}>${s("common.retry")}</button>
                </p>`:C?.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:r.body()}
          </div>
        </div>
        ${I()}
      </section>
      ${r.aside&&C?.phase!=="loading"&&C?.phase!=="failed"?r.aside():h}`};function R(x){let C=r?.tabs??[],P=C.findIndex(lt=>lt.id===r?.tab),j={ArrowRight:P+1,ArrowLeft:P-1,Home:0,End:C.length-1}[x.key];if(j===void 0)return;x.preventDefault();let jt=C[(j+C.length)%C.length];r?.choose?.(jt.id),requestAnimationFrame(()=>document.getElementById(`tab-${jt.id}`)?.focus())}let Xt=()=>{if(!p)return h;let x=p,C=!x.type||x.typed.trim()===x.type;return l`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${()=>p===x&&x.answer(!1)}
      @click=${P=>P.target===P.currentTarget&&x.answer(!1)}
    >
      <form
        class="dialog-body"
        method="dialog"
        @submit=${P=>{P.preventDefault(),C&&x.answer(!0)}}
      >
        <h2 id="dialog-title">${x.title}</h2>
        ${x.text?l`<p>${x.text}</p>`:h} ${x.content??h}
        ${x.type?l`<div class="set-field dialog-type">
              <label for="dialog-typed">${s("settings_frame.type_it")} <code>${x.type}</code></label>
              <input
                id="dialog-typed"
                class="input mono"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                .value=${T(x.typed)}
                @input=${P=>{x.typed=P.target.value,$()}}
              />
            </div>`:h}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${()=>x.answer(!1)}>${x.cancel??s("settings_frame.cancel")}</button>
          <button type="submit" class="button primary" ?disabled=${!C}>${x.confirm}</button>
        </div>
      </form>
    </dialog>`};X(l`<nav class="rail" aria-label=${s("inbox.navigation")}></nav>
      <section class="pages" aria-label=${s("settings_frame.pages")}></section>
      <div class="sheet page-sheet"></div>
      <div class="toasts" role="status"></div>
      <div class="dialogs"></div>
      <div class="palette-place"></div>`,o);let St=x=>o.querySelector(`.${x}`);function aa(){o.dataset.pane=t?"page":"list",o.dataset.aside=String(!!r?.aside),X(O(),St("pages")),X(t||!i()?Y():h,St("page-sheet")),X(d?l`<div class="toast ${d.bad?"toast-bad":""}">
            ${M(d.bad?"alert":"done",18)}<span>${d.text}</span>
            ${d.action?l`<button class="text-button" @click=${d.action.run}>${d.action.label}</button>`:h}
          </div>`:h,St("toasts")),X(Xt(),St("dialogs"));let x=o.querySelector(".dialogs dialog");x instanceof HTMLDialogElement&&!x.open&&x.showModal()}return{rail:St("rail"),palette:St("palette-place"),changed:$,say:w,failed:m,ask:_,save:k,unsaved:v,show(x){r=x,x.start?.(),x.form&&x.form.load(),$()}}}var It=e=>`f-${e.replace(/[^\w-]/g,"-")}`;function G(e,t){let n=e.errors[t];return l`<p class="field-error" id="${It(t)}-error" role="alert">${n??""}</p>`}var We=(e,t,n)=>l`<div class="set-label"><label for=${t}>${e}</label>${n?l`<span class="field-hint">${n}</span>`:h}</div>`;function tt(e,t,n){let a=It(t);return l`<div class="set-field">
    ${We(n.label,a,n.note)}
    <div class="set-box">
      <input
        id=${a}
        class="input ${n.mono?"mono":""}"
        type=${n.type??"text"}
        placeholder=${n.placeholder??h}
        maxlength=${n.max??h}
        autocomplete=${n.autocomplete??"off"}
        inputmode=${n.inputmode??h}
        ?disabled=${n.disabled??!1}
        aria-invalid=${e.errors[t]?"true":h}
        aria-describedby="${a}-hint ${a}-error"
        .value=${T(e.get(t)??"")}
        @input=${i=>e.set(t,i.target.value)}
      />${n.tail??h}
    </div>
    <p class="field-hint" id="${a}-hint">${n.hint??h}</p>
    ${G(e,t)}
  </div>`}function gt(e,t,n){let a=It(t);return l`<div class="set-field">
    ${We(n.label,a,n.note)}
    <textarea
      id=${a}
      class="input area ${n.mono?"mono":""}"
      rows=${n.rows??3}
      placeholder=${n.placeholder??h}
      maxlength=${n.max??h}
      aria-invalid=${e.errors[t]?"true":h}
      aria-describedby="${a}-hint ${a}-error"
      .value=${T(e.get(t)??"")}
      @input=${i=>e.set(t,i.target.value)}
    ></textarea>
    <p class="field-hint" id="${a}-hint">${n.hint??h}</p>
    ${G(e,t)}
  </div>`}var J=(e,t,n,a,i)=>l`<span class="select"
    ><select id=${e} aria-label=${i??h} @change=${o=>a(o.target.value)}>
      ${t.map(o=>l`<option value=${o.value} ?selected=${T(o.value===n)}>${o.label}</option>`)}
    </select></span
  >`;function sn(e,t,n){let a=It(t);return l`<div class="set-field">
    ${We(n.label,a,n.note)}
    ${J(a,n.options,String(e.get(t)),i=>e.set(t,i))}
    <p class="field-hint">${n.hint??h}</p>
    ${G(e,t)}
  </div>`}var Kt=(e,t,n,a,i=!1)=>l`<div class="set-switch">
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        .checked=${T(e)}
        ?disabled=${i}
        @change=${o=>t(o.target.checked)}
      /><span>${n}</span></label
    >
    ${a?l`<p class="field-hint">${a}</p>`:h}
  </div>`,ot=(e,t,n,a)=>Kt(!!e.get(t),i=>e.set(t,i),n,a),N=(e,t,n,a)=>l`<div class="segments" role="group" aria-label=${e}>
    ${t.map(i=>l`<button
          type="button"
          class="segment"
          aria-pressed=${i.value===n}
          aria-label=${i.title??h}
          title=${i.title??h}
          @click=${()=>a(i.value)}
        >
          ${i.label}
        </button>`)}
  </div>`,A=(e,t,n,a)=>l`<section class="set-section">
    <div class="set-head">
      <div>
        <h2>${e}</h2>
        ${n?l`<p>${n}</p>`:h}
      </div>
      ${a??h}
    </div>
    ${t}
  </section>`;function Za(e){let t=/^(\d{1,2})(?:\D?(\d{2}))?$/.exec(e.trim());if(!t)return e;let[n,a]=[Number(t[1]),Number(t[2]??0)];return n>24||a>59||n===24&&a>0?e:`${String(n).padStart(2,"0")}:${String(a).padStart(2,"0")}`}var ht=(e,t,n)=>l`<input
    class="input time"
    inputmode="numeric"
    maxlength="5"
    placeholder="09:00"
    autocomplete="off"
    aria-label=${e}
    .value=${T(t)}
    @input=${a=>n(a.target.value)}
    @change=${a=>n(Za(a.target.value))}
  />`;function et(e,t,n){return l`<div class="code" role="group" aria-label=${n??h}
    ><code tabindex="0">${t??e}</code
    ><button type="button" class="code-copy" @click=${async i=>{let o=i.currentTarget,r=o.querySelector(".copy-label");try{await navigator.clipboard.writeText(e)}catch{let d=o.parentElement?.querySelector("code");d&&getSelection()?.selectAllChildren(d);return}r.textContent=s("common.copied"),setTimeout(()=>r.textContent=s("common.copy"),2e3)}}>
      ${M("copy",14)}<span class="copy-label" aria-live="polite">${s("common.copy")}</span>
    </button></div
  >`}function z(e,t){let n={phase:"loading",value:null,async load(){n.value===null&&(n.phase="loading");try{n.value=await e(),n.phase="ready"}catch{n.value===null&&(n.phase="failed")}t()},view(a){return n.value!==null?a(n.value):n.phase==="loading"?l`<p class="page-loading" role="status">${s("common.loading")}</p>`:l`<p class="page-failed" role="alert">
        ${s("settings_frame.load_failed")}
        <button type="button" class="text-button" @click=${()=>n.load()}>${s("common.retry")}</button>
      </p>`}};return n}function nn({call:e,changed:t,origin:n}){let a=z(()=>e("GET","/about"),t);return{start:a.load,body:()=>a.view(i=>{let o=[["version",i.version],["address",n],["started",q(i.started_at)],["seats",s("settings_about.seats_of",{used:i.seats.used,allowed:i.seats.allowed})],["schema",String(i.schema)],["sqlite",i.sqlite],["log",i.log_epoch]];return l`${A("servicedesk",l`<dl class="facts">${o.map(([r,d])=>l`<dt>${s(`settings_about.${r}`)}</dt><dd>${d}</dd>`)}</dl>`,s("settings_about.intro"),l`<a class="button" href="/docs">${s("settings_about.docs")}</a>`)}
          ${A(s("settings_about.licences"),l`<details class="licences">
              <summary>${s("settings_about.licences_count",{count:i.licences.length})}</summary>
              <div class="table-scroll" tabindex="0" role="region" aria-label=${s("settings_about.licences")}>
                <table>
                  <thead><tr><th scope="col">${s("settings_about.part")}</th><th scope="col">${s("settings_about.version")}</th><th scope="col">${s("settings_about.licence")}</th></tr></thead>
                  <tbody>${i.licences.map(r=>l`<tr><td>${r.name}</td><td>${r.version??h}</td><td>${r.licence}</td></tr>`)}</tbody>
                </table>
              </div>
            </details>`,s("settings_about.licences_intro"))}`})}}var Ja=["contact.name","contact.email","agent.name","shop.name","page.title"];function an({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=z(async()=>(await t("GET","/canned")).items,n),c=()=>({id:"",shortcut:"",title:"",text:"",shared:r,busy:!1,wrong:{}}),p=c(),u=(_,v)=>{p[_]=v,delete p.wrong[_],n()},f=async _=>{if(_.preventDefault(),p.busy)return;let{id:v,shortcut:k,title:y,text:S,shared:E}=p;p.busy=!0;try{v?await t("PATCH",`/canned/${v}`,{shortcut:k,title:y,text:S,shared:E}):await t("POST","/canned",{shortcut:k,title:y,text:S,shared:E}),a(s("settings_canned.kept",{name:y})),p=c(),await d.load()}catch(O){let{code:I="",field:Y=""}=O;p.busy=!1;let R=I==="shortcut_taken"?"shortcut":Y,Xt=`settings_canned.wrong_${I==="shortcut_taken"?"taken":Y}`;["shortcut","title","text"].includes(R)&&je(Xt)?(p.wrong={[R]:s(Xt)},requestAnimationFrame(()=>document.getElementById(`canned-${R}`)?.focus())):i(O)}n()},g=_=>{p={...c(),..._},n(),requestAnimationFrame(()=>document.getElementById("canned-title")?.focus())},$=async _=>{if(await o({title:s("settings_canned.delete_ask",{name:_.title}),confirm:s("settings_canned.delete")})){try{await t("DELETE",`/canned/${_.id}`,{}),p.id===_.id&&(p=c()),a(s("settings_canned.deleted",{name:_.title}))}catch(k){i(k)}await d.load()}},w=_=>{let v=document.getElementById("canned-text"),k=v?.selectionStart??p.text.length;u("text",`${p.text.slice(0,k)}{{${_}}}${p.text.slice(v?.selectionEnd??k)}`),v?.focus()},m=(_,v)=>l`<div class="set-field">
    <div class="set-label"><label for="canned-${_}">${s(`settings_canned.${_}`)}</label></div>
    <div class="set-box">
      <input
        id="canned-${_}"
        class="input"
        autocomplete="off"
        maxlength=${v}
        aria-invalid=${p.wrong[_]?"true":h}
        aria-describedby="canned-${_}-error"
        .value=${T(p[_])}
        @input=${k=>u(_,k.target.value)}
      />
    </div>
    <p class="field-error" id="canned-${_}-error" role="alert">${p.wrong[_]??""}</p>
  </div>`;return{start:d.load,body:()=>l`${A(s(p.id?"settings_canned.change":"settings_canned.new"),l`<form class="set-stack" @submit=${f}>
          ${m("title",100)} ${m("shortcut",40)}
          <div class="set-field">
            <div class="set-label"><label for="canned-text">${s("settings_canned.text")}</label></div>
            <textarea
              id="canned-text"
              class="input area"
              rows="4"
              maxlength="8000"
              aria-invalid=${p.wrong.text?"true":h}
              aria-describedby="canned-text-error"
              .value=${T(p.text)}
              @input=${_=>u("text",_.target.value)}
            ></textarea>
            <p class="field-hint">
              ${s("settings_canned.variables")}
              ${Ja.map(_=>l`<button type="button" class="text-button" @click=${()=>w(_)}>${s(`settings_canned.var_${_.replace(".","_")}`)}</button> `)}
            </p>
            <p class="field-error" id="canned-text-error" role="alert">${p.wrong.text??""}</p>
          </div>
          ${r?Kt(p.shared,_=>(p.shared=_,n()),s("settings_canned.shared"),s("settings_canned.shared_hint")):h}
          <div class="set-box">
            <button class="button primary" type="submit" ?disabled=${!p.title.trim()||!p.shortcut.trim()||!p.text.trim()} aria-busy=${p.busy}>
              ${s(p.id?"settings_canned.save":"settings_canned.add")}
            </button>
            ${p.id?l`<button class="button" type="button" @click=${()=>(p=c(),n())}>${s("settings_canned.leave")}</button>`:h}
          </div>
        </form>`,s("settings_canned.intro"))}
      ${d.view(_=>A(s("settings_canned.list"),_.length===0?l`<p class="nothing-yet">${s("settings_canned.none")}</p>`:l`<ul class="things">
                ${_.map(v=>l`<li class="thing">
                    <span class="thing-mark">${M("quote")}</span>
                    <div class="thing-what">
                      <span class="thing-name">${v.title} <span class="chip">/${v.shortcut}</span>${v.shared?h:l`<span class="chip chip-line">${s("settings_canned.own")}</span>`}</span>
                      <span class="thing-about">${v.text.slice(0,120)} · ${B("settings_canned.used",v.used)}</span>
                    </div>
                    ${v.shared&&!r?h:l`<div class="thing-does">
                          <button type="button" class="button" aria-label=${s("settings_canned.change_one",{name:v.title})} @click=${()=>g(v)}>${s("settings_canned.change_it")}</button>
                          <button type="button" class="button" aria-label=${s("settings_canned.delete_one",{name:v.title})} @click=${()=>$(v)}>${s("settings_canned.delete")}</button>
                        </div>`}
                  </li>`)}
              </ul>`))}`}}var Qa=400,ti=700,ei=18e4,Ye=new Intl.NumberFormat(D),on=["byte","kilobyte","megabyte","gigabyte","terabyte"];function Nt(e){let t=0,n=e;for(;n>=1e3&&t<on.length-1;)n/=1e3,t+=1;return new Intl.NumberFormat(D,{style:"unit",unit:on[t],unitDisplay:"short",maximumFractionDigits:n<10&&t>0?1:0}).format(n)}var rn=e=>new Promise(t=>setTimeout(t,e));function ln({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role==="owner",d=z(()=>t("GET","/data"),n),c=z(()=>t("GET","/backups"),n),p=z(()=>t("GET","/setup/list"),n),u=!1,f=!1,g=null,$=async()=>{if(u)return;u=!0,await c.load();let E=!1;for(;c.value?.running;)E=!0,await rn(Qa),await c.load();u=!1,E&&(c.value?.failed_at&&a(s("settings_data.backup_failed"),{bad:!0}),await d.load())},w=async()=>{try{let{name:E}=await t("POST","/backups",{});await $(),c.value?.items.some(O=>O.name===E)&&a(s("settings_data.backup_done"))}catch(E){i(E)}},m=async E=>{if(await o({title:s("settings_data.remove_ask"),text:s("settings_data.remove_means",{time:q(E.created_at)}),confirm:s("settings_data.remove")})){try{await t("DELETE",`/backups/${E.name}`,{}),a(s("settings_data.removed"))}catch(I){i(I)}await Promise.all([c.load(),d.load()])}},_=async E=>{if(!await o({title:s("settings_data.restore_ask"),text:s("settings_data.restore_means",{time:q(E.created_at)}),confirm:s("settings_data.restore"),type:E.name}))return;let I=c.value?.last_restore?.at??null;try{await t("POST",`/backups/${E.name}/restore`,{confirm:E.name})}catch(R){R?.code==="damaged_backup"?a(s("settings_data.damaged"),{bad:!0}):i(R);return}g="waiting",n();let Y=Date.now()+ei;for(;Date.now()<Y;){await rn(ti);try{let R=await t("GET","/backups");if(R.last_restore&&R.last_restore.at!==I){g=null,c.value=R,a(R.last_restore.done?s("settings_data.restored"):s("settings_data.not_restored"),{bad:!R.last_restore.done}),await Promise.all([d.load(),p.load()]);return}}catch{}}g="lost",n()},v=async E=>{if(!f){f=!0,n();try{await t(E?"POST":"DELETE","/demo-data",{}),a(s(E?"settings_data.demo_added":"settings_data.demo_removed"))}catch(O){i(O)}f=!1,await Promise.all([p.load(),d.load()])}},k=()=>d.view(E=>{let O=["database","wal","files","snapshots","backups"],I=O.reduce((Y,R)=>Y+E[`${R}_bytes`],0);return A(s("settings_data.room"),l`<ul class="bars">
            ${O.map(Y=>{let R=E[`${Y}_bytes`];return l`<li>
                <span>${s(`settings_data.${Y}`)}</span>
                <meter class="amount" min="0" max=${Math.max(I,1)} value=${R} aria-label=${s(`settings_data.${Y}`)}></meter>
                <span class="number">${Nt(R)}</span>
              </li>`})}
          </ul>
          <p class="thing-about">
            ${[B("settings_data.conversations",E.conversations,{n:Ye.format(E.conversations)}),B("settings_data.messages",E.messages,{n:Ye.format(E.messages)}),B("settings_data.contacts",E.contacts,{n:Ye.format(E.contacts)})].join(" · ")}
          </p>`,s("settings_data.room_intro",{used:Nt(I),free:Nt(E.disk_free_bytes)}))}),y=()=>c.view(({items:E,running:O})=>A(s("settings_data.backups"),l`${O?l`<div class="work" role="status">
                <span>${s("settings_data.running",{done:Nt(O.copied_bytes),all:Nt(O.total_bytes),time:mt(O.started_at,Date.now())})}</span>
                <progress class="seats" max=${Math.max(O.total_bytes,1)} value=${O.copied_bytes} aria-label=${s("settings_data.backups")}></progress>
              </div>`:h}
          ${E.length===0&&!O?l`<p class="nothing-yet">${s("settings_data.no_backups")}</p>`:h}
          <ul class="things">
            ${E.map(I=>l`<li class="thing">
                  <span class="thing-mark">${M("drive")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${q(I.created_at)}</span>
                    <span class="thing-about">${I.name} · ${Nt(I.bytes)}</span>
                  </div>
                  <div class="thing-does">
                    ${r?l`<a class="icon-button" href="/api/v1/backups/${I.name}" download aria-label=${s("settings_data.fetch_one",{time:q(I.created_at)})} title=${s("settings_data.fetch")}>${M("download")}</a>
                          <button type="button" class="icon-button" aria-label=${s("settings_data.remove_one",{time:q(I.created_at)})} title=${s("settings_data.remove")} @click=${()=>m(I)}>${M("trash")}</button>
                          <button type="button" class="button" aria-label=${s("settings_data.restore_one",{time:q(I.created_at)})} ?disabled=${!!O} @click=${()=>_(I)}>${s("settings_data.restore")}</button>`:h}
                  </div>
                </li>`)}
          </ul>`,r?s("settings_data.backups_intro"):s("settings_data.backups_owner"),l`<button type="button" class="button primary" ?disabled=${!!O} @click=${w}>${s("settings_data.back_up")}</button>`)),S=()=>p.view(({demo_data:E})=>A(s("settings_data.demo"),"",E?s("settings_data.demo_there"):s("settings_data.demo_intro"),l`<button type="button" class="button" aria-busy=${f} @click=${()=>v(!E)}>${s(E?"settings_data.demo_remove":"settings_data.demo_add")}</button>`));return{start(){d.load(),p.load(),$()},body(){return g?l`<div class="waiting-desk" role="status">
          <h2>${s(`settings_data.${g}`)}</h2>
          <p>${s(`settings_data.${g}_text`)}</p>
          ${g==="waiting"?l`<progress class="seats" aria-label=${s("settings_data.waiting")}></progress>`:l`<a class="button" href="/settings/data">${s("common.retry")}</a>`}
        </div>`:l`${k()}${y()}${S()}`}}}var cn=e=>e!==null&&typeof e=="object"&&!Array.isArray(e);function Xe(e,t,n=""){return cn(e)&&cn(t)?[...new Set([...Object.keys(e),...Object.keys(t)])].flatMap(i=>Xe(e[i],t[i],n?`${n}.${i}`:i)):JSON.stringify(e??null)===JSON.stringify(t??null)?[]:[n]}var dn=e=>structuredClone(e),si=(e,t)=>t.split(".").reduce((n,a)=>n?.[a],e);function st({read:e,write:t,check:n,refused:a,changed:i}){let o={phase:"loading",saved:null,draft:null,busy:!1,errors:{}},r=c=>{o.saved=c,o.draft=dn(c),o.errors={},o.phase="ready",i()};return Object.defineProperties(o,Object.getOwnPropertyDescriptors({async load(){o.phase="loading",i();try{r(await e())}catch{o.phase="failed",i()}},set(c,p){let u=c.split("."),f=u.pop(),g=u.reduce(($,w)=>$[w]??={},o.draft);g[f]=p,delete o.errors[c],i()},get:c=>si(o.draft,c),get changes(){return o.phase==="ready"?Xe(o.saved,o.draft):[]},revert(){o.draft=dn(o.saved),o.errors={},i()},async save(){if(o.busy||o.phase!=="ready")return!1;if(o.errors=n?.(o.draft)??{},Object.keys(o.errors).length>0)return i(),!1;o.busy=!0,i();try{let c=await t(o.draft,Xe(o.saved,o.draft));return r(c),!0}catch(c){if(o.errors=a?.(c)??{},Object.keys(o.errors).length===0)throw c;return!1}finally{o.busy=!1,i()}}})),o}var ft=[1,2,3,4,5,6,7],un=4,pn=60,Lt={opens:"09:00",closes:"18:00"},ni=/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,mn=e=>({always:e.always,days:Object.fromEntries(ft.map(t=>[t,e.week.filter(n=>n.day===t).map(n=>({opens:n.opens,closes:n.closes}))])),holidays:e.holidays.map(t=>({date:t.date,name:t.name??"",closed:t.opens===null,opens:t.opens??Lt.opens,closes:t.closes??Lt.closes}))}),gn=e=>({always:e.always,week:ft.flatMap(t=>e.days[t].map(({opens:n,closes:a})=>({day:t,opens:n,closes:a}))),holidays:e.holidays.map(({date:t,name:n,closed:a,opens:i,closes:o})=>({date:t,name:n.trim(),opens:a?null:i,closes:a?null:o})).sort((t,n)=>t.date.localeCompare(n.date))}),rt=e=>ni.test(e),$e=({opens:e,closes:t})=>rt(e)&&rt(t)&&t<=e;function hn(e){if(e.always)return{};let t={};for(let a of ft){let i=e.days[a];if(i.some(({opens:o,closes:r})=>!rt(o)||!rt(r)))t[`days.${a}`]="time";else{let o=[...i].sort((r,d)=>r.opens.localeCompare(d.opens));o.some((r,d)=>d+1<o.length&&($e(r)||r.closes>o[d+1].opens))&&(t[`days.${a}`]="overlap")}}ft.every(a=>e.days[a].length===0)&&(t["days.1"]="never");let n=new Set;for(let a of e.holidays)a.date?n.has(a.date)?t.holidays="twice":!a.closed&&(!rt(a.opens)||!rt(a.closes))&&(t.holidays="time"):t.holidays="date",n.add(a.date);return t}var ai=80,ii=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],oi=e=>{let t=typeof Intl.supportedValuesOf=="function"?Intl.supportedValuesOf("timeZone"):[];return[...new Set([e,...t])].sort().map(n=>({value:n,label:n.replaceAll("_"," ")}))},Ze=e=>{try{return new Intl.DateTimeFormat(D,{weekday:"short",hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:e}).format(new Date)}catch{return""}};function fn({me:e,call:t,changed:n}){let a=st({read:async()=>{let{name:i,locale:o,time_zone:r}=await t("GET","/shop");return{name:i,locale:o,time_zone:r}},check:i=>i.name.trim()?{}:{name:s("settings_shop.name_missing")},refused:i=>i?.field==="name"?{name:s("settings_shop.name_odd")}:i?.field==="time_zone"?{time_zone:s("settings_shop.zone_odd")}:{},async write(i){let{name:o,locale:r,time_zone:d}=await t("PATCH","/shop",{...i,name:i.name.trim()});return e.shop.name=o,{name:o,locale:r,time_zone:d}},changed:n});return{form:a,body:()=>l`${A(s("settings_shop.name"),tt(a,"name",{label:s("settings_shop.name_label"),max:ai,autocomplete:"organization"}),s("settings_shop.name_intro"))}
    ${A(s("settings_shop.language"),"",s("settings_shop.language_intro"),N(s("settings_shop.language"),ii,a.get("locale"),i=>a.set("locale",i)))}
    ${A(s("settings_shop.zone"),sn(a,"time_zone",{label:s("settings_shop.zone_label"),options:oi(a.get("time_zone")),hint:s("settings_shop.zone_now",{time:Ze(a.get("time_zone"))})}),l`${s("settings_shop.zone_intro")} <a href="/settings/hours">${s("settings_shop.to_hours")}</a>`)}`}}var ri=40,li=new Intl.DateTimeFormat(D,{weekday:"long",timeZone:"UTC"}),ci=ft.map(e=>li.format(new Date(Date.UTC(2026,0,4+e))));function _n({call:e,changed:t}){let n=null,a=u=>(n=u,mn(u.hours)),i=st({read:async()=>a(await e("GET","/shop")),check:u=>Object.fromEntries(Object.entries(hn(u)).map(([f,g])=>[f,s(`settings_hours.wrong_${g}`)])),write:async u=>a(await e("PATCH","/shop",{hours:gn(u)})),changed:t}),o=u=>new Intl.DateTimeFormat(D,{weekday:"short",hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZone:n.time_zone}).format(new Date(u)),r=()=>{let{open:u}=n;return u.now?u.closes_at?s("settings_hours.open_until",{time:o(u.closes_at)}):s("settings_hours.open_always"):u.opens_at?s("settings_hours.closed_until",{time:o(u.opens_at)}):s("settings_hours.closed")},d=u=>{let f=`days.${u}`,g=i.get(f),$=ci[u-1],w=m=>i.set(f,m);return l`<li class="day">
      ${Kt(g.length>0,m=>w(m?[{...Lt}]:[]),$)}
      <div class="day-ranges">
        ${g.length===0?l`<span class="thing-about">${s("settings_hours.rest")}</span>`:h}
        ${g.map((m,_)=>l`<div class="day-range">
              ${ht(s("settings_hours.opens",{day:$}),m.opens,v=>w(g.with(_,{...m,opens:v})))}
              <span aria-hidden="true">–</span>
              ${ht(s("settings_hours.closes",{day:$}),m.closes,v=>w(g.with(_,{...m,closes:v})))}
              ${$e(m)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:h}
              ${g.length>1?l`<button type="button" class="icon-button" aria-label=${s("settings_hours.remove_range",{day:$,time:m.opens})} @click=${()=>w(g.toSpliced(_,1))}>${M("x")}</button>`:h}
              ${_===g.length-1&&g.length<un?l`<button type="button" class="icon-button" aria-label=${s("settings_hours.add_range",{day:$})} title=${s("settings_hours.add_range",{day:$})} @click=${()=>w([...g,{opens:m.closes,closes:m.closes<"21:00"?"21:00":"23:00"}])}>${M("plus")}</button>`:h}
            </div>`)}
        ${G(i,f)}
      </div>
    </li>`},c=()=>{let u=i.get("days.1");for(let f of[2,3,4,5])i.set(`days.${f}`,structuredClone(u))},p=(u,f,g)=>{let $=m=>i.set("holidays",g.with(f,{...u,...m})),w=u.name||u.date||String(f+1);return l`<li class="holiday">
      <input class="input" type="date" aria-label=${s("settings_hours.date")} .value=${T(u.date)} @input=${m=>$({date:m.target.value})} />
      <input
        class="input"
        aria-label=${s("settings_hours.holiday_name")}
        placeholder=${s("settings_hours.holiday_example")}
        maxlength=${ri}
        .value=${T(u.name)}
        @input=${m=>$({name:m.target.value})}
      />
      ${N(s("settings_hours.that_day",{day:w}),[{value:"closed",label:s("settings_hours.rest")},{value:"open",label:s("settings_hours.other_hours")}],u.closed?"closed":"open",m=>$({closed:m==="closed"}))}
      <button type="button" class="icon-button" aria-label=${s("settings_hours.remove_holiday",{day:w})} @click=${()=>i.set("holidays",g.toSpliced(f,1))}>${M("trash")}</button>
      ${u.closed?h:l`<div class="day-range">
            ${ht(s("settings_hours.opens",{day:w}),u.opens,m=>$({opens:m}))}<span aria-hidden="true">–</span>
            ${ht(s("settings_hours.closes",{day:w}),u.closes,m=>$({closes:m}))}
            ${$e(u)?l`<span class="chip">${s("settings_hours.next_day")}</span>`:h}
          </div>`}
    </li>`};return{form:i,status:()=>n?l`<span class="chip ${n.open.now?"chip-ok":""}" id="hours-now"><span>${r()}</span></span>`:h,body:()=>{let u=i.get("always"),f=i.get("holidays");return l`${A(s("settings_hours.when"),N(s("settings_hours.when"),[{value:"always",label:s("settings_hours.always")},{value:"week",label:s("settings_hours.by_week")}],u?"always":"week",g=>{if(g==="week"&&ft.every($=>i.get(`days.${$}`).length===0))for(let $ of[1,2,3,4,5])i.set(`days.${$}`,[{...Lt}]);i.set("always",g==="always")}),l`${s("settings_hours.when_intro")}
        ${s("settings_hours.clock",{zone:n.time_zone.replaceAll("_"," "),time:Ze(n.time_zone)})}
        <a href="/settings/shop">${s("settings_hours.change_zone")}</a>`)}
      ${u?h:l`${A(s("settings_hours.week"),l`<ul class="days">${ft.map(d)}</ul>`,s("settings_hours.week_intro"),l`<button type="button" class="button" @click=${c}>${s("settings_hours.like_monday")}</button>`)}
            ${A(s("settings_hours.holidays"),l`${f.length===0?l`<p class="nothing-yet">${s("settings_hours.no_holidays")}</p>`:l`<ul class="holidays">${f.map(p)}</ul>`}
                ${G(i,"holidays")}`,s("settings_hours.holidays_intro"),f.length<pn?l`<button type="button" class="button" @click=${()=>i.set("holidays",[...f,{date:"",name:"",closed:!0,...Lt}])}>
                    ${M("plus")}${s("settings_hours.add_holiday")}
                  </button>`:h)}`}`}}}var di=[1,2,3,4,6];function $n({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=z(async()=>(await t("GET","/labels")).items,n),c={name:"",busy:!1,wrong:""},p=null,u=async(_,v)=>{try{return await _(),v&&a(v),!0}catch(k){return k.code==="label_taken"?c.wrong=s("settings_labels.taken"):i(k),!1}finally{await d.load()}},f=async _=>{_.preventDefault();let v=c.name.trim();!v||c.busy||(c.busy=!0,await u(()=>t("POST","/labels",{name:v}))&&(c.name=""),c.busy=!1,n())},g=async _=>{let v=p?.name.trim()??"";p=null,v&&v!==_.name&&await u(()=>t("PATCH",`/labels/${_.id}`,{name:v}),s("settings_labels.renamed",{name:v})),n()},$=async(_,v)=>{if(!v)return;await o({title:s("settings_labels.merge_ask",{from:_.name,into:v.name}),text:s("settings_labels.merge_means",{from:_.name}),confirm:s("settings_labels.merge")})&&await u(()=>t("POST",`/labels/${_.id}/merge`,{into:v.id})),n()},w=async _=>{await o({title:s("settings_labels.delete_ask",{name:_.name}),text:B("settings_labels.delete_means",_.conversations),confirm:s("settings_labels.delete")})&&await u(()=>t("DELETE",`/labels/${_.id}`,{}),s("settings_labels.deleted",{name:_.name}))},m=(_,v)=>{let k=p?.id===_.id?l`<input
            class="input"
            maxlength="40"
            aria-label=${s("settings_labels.name")}
            .value=${T(p?.name??"")}
            @input=${y=>p&&(p.name=y.target.value)}
            @keydown=${y=>{y.key==="Enter"&&!y.isComposing&&g(_),y.key==="Escape"&&(p=null,n())}}
            @blur=${()=>g(_)}
          />`:l`<span class="thing-name">${_.name}</span>`;return l`<li class="thing">
      <span class="thing-mark"><i class="chip-dot series-${_.colour}"></i></span>
      <div class="thing-what">${k}<span class="thing-about">${B("settings_labels.used",_.conversations)}</span></div>
      ${r?l`<div class="thing-does">
            ${J(`colour-${_.id}`,di.map(y=>({value:String(y),label:s(`settings_labels.colour_${y}`)})),String(_.colour),y=>u(()=>t("PATCH",`/labels/${_.id}`,{colour:Number(y)})),s("settings_labels.colour_of",{name:_.name}))}
            ${v.length>1?J(`merge-${_.id}`,[{value:"",label:s("settings_labels.merge_into")},...v.filter(y=>y.id!==_.id).map(y=>({value:y.id,label:y.name}))],"",y=>$(_,v.find(S=>S.id===y)),s("settings_labels.merge_one",{name:_.name})):h}
            <button type="button" class="button" aria-label=${s("settings_labels.rename_one",{name:_.name})} @click=${()=>(p={id:_.id,name:_.name},n())}>
              ${s("settings_labels.rename")}
            </button>
            <button type="button" class="button" aria-label=${s("settings_labels.delete_one",{name:_.name})} @click=${()=>w(_)}>${s("settings_labels.delete")}</button>
          </div>`:h}
    </li>`};return{start:d.load,body:()=>l`${A(s("settings_labels.new"),l`<form class="set-stack" @submit=${f}>
          <div class="set-field">
            <div class="set-label"><label for="label-name">${s("settings_labels.name")}</label></div>
            <div class="set-box">
              <input
                id="label-name"
                class="input"
                maxlength="40"
                autocomplete="off"
                aria-invalid=${c.wrong?"true":h}
                aria-describedby="label-error"
                .value=${T(c.name)}
                @input=${_=>{c.name=_.target.value,c.wrong="",n()}}
              /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_labels.add")}</button>
            </div>
            <p class="field-error" id="label-error" role="alert">${c.wrong}</p>
          </div>
        </form>`,s("settings_labels.intro"))}
      ${d.view(_=>A(s("settings_labels.list"),_.length===0?l`<p class="nothing-yet">${s("settings_labels.none")}</p>`:l`<ul class="things">${_.map(v=>m(v,_))}</ul>`,r?void 0:s("settings_labels.managed")))}`}}var ui={new:[{at:0,hz:587.3,for:.5},{at:.16,hz:880,for:.8}],assigned:[{at:0,hz:523.3,for:.35},{at:.11,hz:659.3,for:.35},{at:.22,hz:784,for:.6}],message:[{at:0,hz:740,for:.4,loud:.8}],mention:[{at:0,hz:987.8,for:.25,loud:.8},{at:.14,hz:987.8,for:.45,loud:.8}]},bn=["pointerdown","keydown","touchend"],pi=.008,mi=.22;function gi(e,t,n){let a=e.currentTime+.02+t.at,i=a+t.for;for(let[o,r,d]of[[1,1,1],[2,.25,.5],[3,.08,.3]]){let c=e.createOscillator(),p=e.createGain(),u=Math.max(1e-4,mi*r*n*(t.loud??1));c.frequency.value=t.hz*o,p.gain.setValueAtTime(1e-4,a),p.gain.exponentialRampToValueAtTime(u,a+pi),p.gain.exponentialRampToValueAtTime(1e-4,a+(i-a)*d),c.connect(p).connect(e.destination),c.start(a),c.stop(i)}}function yn({changed:e}){let t=globalThis.AudioContext,n=null,a=!1,i=()=>n?.state==="running",o=async()=>{if(!(!t||i())){try{n??=new t,await n.resume()}catch{}if(i()){for(let r of bn)removeEventListener(r,o,!0);a=!1,e()}}};if(t)for(let r of bn)addEventListener(r,o,{capture:!0,passive:!0});return{get ready(){return i()},get blocked(){return a},wake:o,missed(){!t||a||(a=!0,e())},ring(r,d){if(!n||!i())return!1;if(d>0)for(let c of ui[r])gi(n,c,d);return!0}}}var Wt={notifications:{new:{sound:!0,browser:!0},assigned:{sound:!0,browser:!0},message:{sound:!0,browser:!0},mention:{sound:!0,browser:!0},repeat:!0,volume:.7},quiet:{enabled:!1,from:"22:00",to:"08:00",days:[1,2,3,4,5,6,7]},away_after_min:10,keys:{},send_on:"mod+enter",undo_send_s:5},hi="servicedesk:preferences";function Je(e){let t=e?.notifications??{},n=["new","assigned","message","mention"];return{...Wt,...e,notifications:{...Wt.notifications,...t,...Object.fromEntries(n.map(a=>[a,{...Wt.notifications[a],...t[a]}]))},quiet:{...Wt.quiet,...e?.quiet},keys:{...e?.keys}}}function vn({load:e,save:t,failed:n}){let a=U(Wt),i=null;try{i=new BroadcastChannel(hi),i.onmessage=o=>a.value=Je(o.data)}catch{}return{value:a,async load(){try{a.value=Je(await e())}catch{}},async change(o){let r=a.peek();a.value=Je({...r,...o});try{return await t(a.peek()),i?.postMessage(a.peek()),!0}catch(d){return a.value=r,n(d),!1}}}}function wn({desk:e,ui:t,list:n,composer:a,open:i,back:o,perform:r,assign:d,snooze:c,label:p}){let u=()=>!!e.openId,f=()=>!!e.row||e.selection.size>0,g=()=>!!e.row&&e.selection.size===0,$=()=>g()?e.row?.state==="closed":e.list.view==="closed",w={next:{label:"inbox.key_next",key:"j",group:"move",icon:"arrow-down",run:()=>n.step(1)},previous:{label:"inbox.key_previous",key:"k",group:"move",icon:"arrow-up",run:()=>n.step(-1)},open:{label:"inbox.key_open",key:"Enter",group:"move",run:()=>{let m=n.focused,_=document.activeElement;_ instanceof HTMLElement&&_.matches("a, button, summary")?_.click():m&&i(m)}},reply:{label:"inbox.key_reply",key:"r",group:"write",when:u,run:()=>a.choose("reply")},attach:{label:"thread.tool_attach",key:"f",group:"write",icon:"paperclip",when:u,run:()=>a.attach()},note:{label:"inbox.key_note",key:"n",group:"write",icon:"lock",when:u,run:()=>a.choose("note")},take:{label:"inbox.key_take",key:"m",group:"conversation",icon:"user-plus",when:f,run:()=>r("assign",{agent_id:e.agent.id})},assign:{label:"inbox.key_assign",key:"a",group:"conversation",icon:"users",when:f,run:d},close:{label:"inbox.key_close",key:"e",group:"conversation",icon:"check",when:f,run:()=>r($()?"reopen":"close")},details:{label:"inbox.key_details",key:"i",group:"view",icon:"panel-right",when:u,run:()=>t.details.toggle()},send_close:{label:"thread.send_close",key:"mod+Shift+Enter",group:"write",icon:"check",when:u,run:()=>a.send(!0)},undo_send:{label:"thread.undo_send",key:"mod+z",group:"write",icon:"undo-2",when:()=>e.holding&&!document.activeElement?.value,run:()=>{let m=e.undoSend();m&&a.choose(m)}},snooze:{label:"thread.snooze",key:"z",group:"conversation",icon:"alarm-clock",when:()=>f()&&!$(),run:c},label:{label:"thread.labels",key:"t",group:"conversation",icon:"tag",when:f,run:p},undo:{label:"inbox.key_undo",key:"u",group:"conversation",icon:"undo-2",when:()=>e.undoable,run:()=>e.undoDeed()},select:{label:"inbox.key_select",key:"x",group:"select",icon:"list-checks",run:()=>n.choose(!1)},select_range:{label:"inbox.key_select_range",key:"Shift+x",group:"select",run:()=>n.choose(!0)},select_all:{label:"inbox.key_select_all",key:"mod+Shift+a",group:"select",run:()=>n.chooseAll()},back:{label:"inbox.key_back",key:"Escape",group:"move",field:!0,run:o}};return ze.forEach((m,_)=>{w[`view_${m}`]={label:`inbox.view_${m}`,key:String(_+1),group:"view",icon:"inbox",run:()=>n.showView(m)}}),w}function kn({desk:e,ui:t,availability:n,palette:a,inbox:i,theme:o,language:r,signOut:d}){let c=()=>t.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:t.theme.value==="dark",p=u=>({label:`palette.state_${u}`,key:"",group:"desk",when:()=>e.agent.availability!==u,run:()=>n(u)});return{palette:{label:"keys.palette",key:"mod+k",group:"go",icon:"search",field:!0,run:a},help:{label:"keys.help",key:"?",group:"go",icon:"keyboard",when:()=>!t.phone.peek(),run:()=>t.dialog.value="keys"},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:i},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>o(c()?"light":"dark")},theme_auto:{label:"palette.theme_auto",key:"",group:"desk",icon:"sun-moon",when:()=>t.theme.value!=="auto",run:()=>o("auto")},language:{label:"palette.language",key:"",group:"desk",icon:"languages",run:()=>r(D==="en"?"zh-CN":"en")},online:{...p("online"),icon:"circle-check"},away:{...p("away"),icon:"clock"},offline:{...p("offline"),icon:"power"},sign_out:{label:"agent.sign_out",key:"",group:"desk",icon:"log-out",run:()=>d(!1)}}}var fi=["move","conversation","write","select","view","go","desk"],_i=900;function xn(e,t){let n={desk:{},ui:{},list:{},composer:{}},a={...wn(n),...kn(n)},i=null,o=[],r=null,d=null,c=g=>s(a[g].label),p=()=>{clearTimeout(r),i=null,o=[],t()},u=()=>{let g=i,$=o.join(" "),w=At(a,e.get("keys")).against(g,$);if(p(),w&&w.problem!=="taken")return d={id:g,text:s(`settings_notices.key_${w.problem}`,{key:pt($).join(" ")})},t();d=w?.by?{id:g,text:s("settings_notices.key_taken",{action:c(w.by)})}:null,e.set("keys",fe(a,e.get("keys"),g,$))},f=g=>{if(!i)return;if(g.key==="Tab"||(g.preventDefault(),g.stopPropagation(),g.key==="Escape"))return p();if(g.key==="Backspace"||g.key==="Delete"){let w=i;return p(),e.set("keys",fe(a,e.get("keys"),w,""))}let $=de(g);if($){if(o.push($),clearTimeout(r),o.length===2||$.includes("+"))return u();r=setTimeout(u,_i),t()}};return()=>{let g=At(a,e.get("keys")),$=e.get("keys");return l`${fi.map(w=>{let m=Object.keys(a).filter(_=>a[_].group===w&&!he.has(_));return m.length===0?h:A(s(`keys.group_${w}`),l`<ul class="key-rows">
          ${m.map(_=>{let v=i===_,k=g.keyOf(_);return l`<li class="key-row" data-action=${_}>
              <span>${c(_)}</span>
              <button
                type="button"
                class="key-button ${v?"waiting":""}"
                aria-label=${v?s("settings_notices.press"):s("settings_notices.change_key",{action:c(_),key:pt(k).join(" ")||s("settings_notices.no_key")})}
                aria-pressed=${v}
                @click=${()=>{i=v?null:_,o=[],d=null,t()}}
                @keydown=${f}
                @blur=${()=>v&&p()}
              >
                ${v?l`<span>${o.length?pt(o.join(" ")).map(y=>l`<kbd>${y}</kbd>`):s("settings_notices.press")}</span>`:k?pt(k).map(y=>l`<kbd>${y}</kbd> `):l`<span class="thing-about">${s("settings_notices.no_key")}</span>`}
              </button>
              ${_ in $?l`<button type="button" class="text-button" aria-label=${s("settings_notices.reset_one",{action:c(_)})} @click=${()=>e.set("keys",fe(a,$,_,null))}>${s("settings_notices.reset")}</button>`:l`<span></span>`}
              ${d?.id===_?l`<p class="field-hint key-said" role="status">${d.text}</p>`:h}
            </li>`})}
        </ul>`)})}
    ${Object.keys($).length>0?l`<div class="set-section"><button type="button" class="button key-all" @click=${()=>e.set("keys",{})}>${s("settings_notices.reset_all")}</button></div>`:h}`}}var $i=["new","assigned","message","mention"],bi=[0,5,10,15,30,60],yi=[0,3,5,10,30],vi=new Intl.DateTimeFormat(D,{weekday:"narrow",timeZone:"UTC"}),wi=new Intl.DateTimeFormat(D,{weekday:"long",timeZone:"UTC"});function An({call:e,changed:t,say:n}){let a="notices",i=null,o=vn({load:async()=>null,save:m=>e("PUT","/me/preferences",m),failed:m=>i=m}),r=st({read:()=>e("GET","/me/preferences"),check({quiet:m}){return!rt(m.from)||!rt(m.to)?{"quiet.days":s("settings_notices.no_time")}:m.enabled&&m.days.length===0?{"quiet.days":s("settings_notices.no_days")}:{}},async write(m){if(!await o.change(m))throw i;return structuredClone(m)},changed:t}),d=yn({changed:t}),c=xn(r,t),p=()=>globalThis.Notification?.permission??"unsupported",u=async m=>{await d.wake(),d.ring(m,r.get("notifications.volume"))||n(s("settings_notices.silent"),{bad:!0})},f=async()=>{await globalThis.Notification?.requestPermission?.(),t()},g=()=>l`<div class="grid-table" role="table" aria-label=${s("settings_notices.what")}>
      <div role="row" class="grid-head">
        <span role="columnheader">${s("settings_notices.news")}</span><span role="columnheader">${s("settings_notices.sound")}</span
        ><span role="columnheader">${s("settings_notices.browser")}</span><span role="columnheader"><span class="hidden">${s("settings_notices.hear")}</span></span>
      </div>
      ${$i.map(m=>l`<div role="row">
            <span role="rowheader">${s(`settings_notices.kind_${m}`)}</span>
            ${["sound","browser"].map(_=>{let v=`notifications.${m}.${_}`;return l`<span role="cell"
                ><label class="switch"
                  ><input
                    type="checkbox"
                    role="switch"
                    aria-label="${s(`settings_notices.kind_${m}`)} · ${s(`settings_notices.${_}`)}"
                    .checked=${T(r.get(v))}
                    @change=${k=>r.set(v,k.target.checked)} /></label
              ></span>`})}
            <span role="cell"><button type="button" class="text-button" aria-label=${s("settings_notices.hear_one",{kind:s(`settings_notices.kind_${m}`)})} @click=${()=>u(m)}>${s("settings_notices.hear")}</button></span>
          </div>`)}
    </div>`,$=()=>{let m=r.get("quiet"),_=Math.round(r.get("notifications.volume")*100);return l`${A(s("settings_notices.what"),g(),s("settings_notices.what_intro"))}
      ${A(s("settings_notices.volume"),"",s("settings_notices.volume_intro"),l`<span class="slider"
          ><input
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label=${s("settings_notices.volume")}
            .value=${T(String(_))}
            @input=${v=>r.set("notifications.volume",Number(v.target.value)/100)}
          /><output>${_}%</output></span
        >`)}
      ${A(s("settings_notices.repeat_title"),ot(r,"notifications.repeat",s("settings_notices.repeat"),s("settings_notices.repeat_hint")))}
      ${A(s("settings_notices.permission"),"",s(`settings_notices.permission_${p()}`),p()==="default"?l`<button type="button" class="button" @click=${f}>${s("settings_notices.allow")}</button>`:h)}
      ${A(s("settings_notices.quiet"),l`${ot(r,"quiet.enabled",s("settings_notices.quiet_on"),s("settings_notices.quiet_hint"))}
        ${m.enabled?l`<div class="day-range">
                ${ht(s("settings_notices.quiet_from"),m.from,v=>r.set("quiet.from",v))}
                <span aria-hidden="true">–</span>
                ${ht(s("settings_notices.quiet_to"),m.to,v=>r.set("quiet.to",v))}
                ${m.to<=m.from?l`<span class="chip">${s("settings_notices.next_day")}</span>`:h}
              </div>
              <div class="segments" role="group" aria-label=${s("settings_notices.quiet_days")}>
                ${[1,2,3,4,5,6,7].map(v=>{let k=new Date(Date.UTC(2026,0,4+v)),y=m.days.includes(v);return l`<button
                    type="button"
                    class="segment segment-day"
                    aria-pressed=${y}
                    aria-label=${wi.format(k)}
                    @click=${()=>r.set("quiet.days",y?m.days.filter(S=>S!==v):[...m.days,v].sort())}
                  >
                    ${vi.format(k)}
                  </button>`})}
              </div>
              <p class="field-error" role="alert">${r.errors["quiet.days"]??""}</p>`:h}`)}
      ${A(s("settings_notices.away"),"",s("settings_notices.away_intro"),N(s("settings_notices.away"),[...new Set([...bi,r.get("away_after_min")])].sort((v,k)=>v-k).map(v=>({value:String(v),label:v?s("settings_notices.minutes",{count:v}):s("settings_notices.never")})),String(r.get("away_after_min")),v=>r.set("away_after_min",Number(v))))}`},w=()=>l`${A(s("settings_notices.send"),"",s("settings_notices.send_intro"),N(s("settings_notices.send"),[{value:"mod+enter",label:s("settings_notices.send_mod")},{value:"enter",label:s("settings_notices.send_enter")}],r.get("send_on"),m=>r.set("send_on",m)))}
  ${A(s("settings_notices.undo"),"",s("settings_notices.undo_intro"),N(s("settings_notices.undo"),[...new Set([...yi,r.get("undo_send_s")])].sort((m,_)=>m-_).map(m=>({value:String(m),label:m?s("settings_notices.seconds",{count:m}):s("settings_notices.never")})),String(r.get("undo_send_s")),m=>r.set("undo_send_s",Number(m))))}`;return{form:r,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},tabs:[{id:"notices",label:s("settings_notices.tab_notices")},{id:"writing",label:s("settings_notices.tab_writing")},{id:"keys",label:s("settings_notices.tab_keys")}],get tab(){return a},choose(m){a=m,t()},body:()=>a==="notices"?$():a==="writing"?w():l`<p class="page-intro">${s("settings_notices.keys_intro")}</p>${c()}`}}var be=e=>/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(e)||/^[^\s@]+@localhost$/.test(e);var ki=/(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i;function En(e){let t=[...e];if(t.length<10)return 0;let n=[/\p{Ll}/u,/\p{Lu}/u,/\d/,/[^\p{L}\d]/u,/\p{Lo}/u].filter(o=>o.test(e)).length,a=new Set(t).size;if(ki.test(e)||a<5)return 1;let i=t.length+2*n+Math.min(a,14)/2;return i<19?2:i<25?3:4}function ye(e,t,{upload:n,failed:a,most:i,choose:o,remove:r}){let d=`picture-${t}`;return l`<div class="set-actions">
    <input
      id=${d}
      class="hidden"
      type="file"
      accept="image/png,image/jpeg,image/webp"
      tabindex="-1"
      aria-hidden="true"
      @change=${async c=>{let[p]=c.target.files;if(c.target.value="",!!p)try{e.set(t,await n(p,i))}catch(u){a(u)}}}
    /><button type="button" class="button" @click=${()=>document.getElementById(d)?.click()}>${o}</button>
    ${e.get(t)?l`<button type="button" class="button quiet" @click=${()=>e.set(t,null)}>${r}</button>`:h}
  </div>`}var xi=80,Ai=256,Ei=10,Mi=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}];function Mn({me:e,call:t,upload:n,changed:a,setTheme:i,say:o,failed:r}){let d=st({read:async()=>{let g=await t("GET","/me"),{name:$,email:w,picture:m}=g.agent;return{name:$,email:w,picture:m??null,locale:g.locale,theme:g.theme}},check(g){let $={};return g.name.trim()||($.name=s("settings_profile.name_missing")),be(g.email.trim())||($.email=s("settings_profile.email_odd")),$},refused(g){return g?.code==="email_taken"?{email:s("settings_profile.email_taken")}:g?.field==="email"?{email:s("settings_profile.email_odd")}:g?.field==="name"?{name:s("settings_profile.name_odd")}:{}},async write(g){let{name:$,email:w,picture:m}=await t("PATCH","/me",{...g,name:g.name.trim(),email:g.email.trim()});return Object.assign(e.agent,{name:$,email:w,picture:m}),Object.assign(e,{locale:g.locale,theme:g.theme}),g.locale!==D&&setTimeout(()=>location.reload()),{...g,name:$,email:w,picture:m??null}},changed:()=>{d?.draft&&i(d.draft.theme),a()}}),c={current:"",next:"",wrong:"",busy:!1},p=async g=>{if(g.preventDefault(),!c.busy){if(c.wrong=[...c.next].length<Ei?"settings_profile.password_short":"",!c.wrong){c.busy=!0;try{await t("PUT","/me/password",{current:c.current,new:c.next}),Object.assign(c,{current:"",next:""}),o(s("settings_profile.password_changed"))}catch($){let w={wrong_password:"settings_profile.password_wrong",weak_password:"settings_profile.password_weak"};c.wrong=w[$?.code]??"",c.wrong||r($)}c.busy=!1}a()}},u=(g,$,w)=>l`<div class="set-field">
      <div class="set-label"><label for="password-${g}">${$}</label></div>
      <input
        id="password-${g}"
        class="input"
        type="password"
        autocomplete=${w}
        aria-describedby="password-wrong"
        .value=${T(c[g])}
        @input=${m=>{c[g]=m.target.value,c.wrong="",a()}}
      />
    </div>`,f=()=>c.next?En(c.next):null;return{form:d,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},body:()=>l`${A(s("settings_profile.who"),l`<div class="face-big">
          ${dt({...e.agent,name:d.get("name").trim()||e.agent.name,picture:d.get("picture")})}
          <div>
            <strong>${d.get("name").trim()||e.agent.name}</strong><span class="thing-about">${d.get("email")}</span>
            ${ye(d,"picture",{upload:n,failed:r,most:Ai,choose:s("settings_profile.picture"),remove:s("settings_profile.picture_remove")})}
          </div>
        </div>
        <div class="set-columns">
          ${tt(d,"name",{label:s("settings_profile.name"),hint:s("settings_profile.name_hint"),max:xi,autocomplete:"name"})}
          ${tt(d,"email",{label:s("settings_profile.email"),hint:s("settings_profile.email_hint"),type:"email",inputmode:"email",autocomplete:"email"})}
        </div>`,s("settings_profile.who_intro"))}
    ${A(s("agent.language"),"",s("settings_profile.language_hint"),N(s("agent.language"),Mi,d.get("locale"),g=>d.set("locale",g)))}
    ${A(s("agent.theme"),"",s("settings_profile.theme_hint"),N(s("agent.theme"),["auto","light","dark"].map(g=>({value:g,label:s(`agent.theme_${g}`)})),d.get("theme"),g=>d.set("theme",g)))}
    ${A(s("settings_profile.password"),l`<form class="set-stack" @submit=${p}>
        <input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${e.agent.email} />
        <div class="set-columns">
          ${u("current",s("settings_profile.password_current"),"current-password")}
          ${u("next",s("settings_profile.password_new"),"new-password")}
        </div>
        <p class="field-error" id="password-wrong" role="alert">${c.wrong?s(c.wrong):""}</p>
        <div class="set-actions">
          <button class="button" type="submit" ?disabled=${!c.current||!c.next} aria-busy=${c.busy}>
            ${s("settings_profile.password_change")}
          </button>
          <span class="field-hint" role="status">${f()===null?h:s(`settings_profile.strength_${f()}`)}</span>
        </div>
      </form>`,s("settings_profile.password_intro"))}`}}function Sn({call:e,changed:t,say:n,failed:a,ask:i}){let o=z(async()=>(await e("GET","/agents/me/sessions")).items,t),r=p=>{let u=p.device;return u?[u.app??u.browser,u.os].filter(Boolean).join(" · ")||s(`settings_devices.kind_${u.kind}`):p.user_agent||s("settings_devices.unknown")},d=async p=>{try{await e("DELETE",`/agents/me/sessions/${p.id}`,{}),n(s("settings_devices.ended",{device:r(p)}))}catch(u){a(u)}await o.load()},c=async()=>{if(!await i({title:s("settings_devices.all_ask"),text:s("settings_devices.all_means"),confirm:s("settings_devices.all")}))return;let u=(o.value??[]).filter(f=>!f.current);try{for(let f of u)await e("DELETE",`/agents/me/sessions/${f.id}`,{});n(s("settings_devices.all_ended"))}catch(f){a(f)}await o.load()};return{start:o.load,body:()=>o.view(p=>A(s("settings_devices.title"),l`<ul class="things">
            ${p.map(u=>l`<li class="thing">
                  <span class="thing-mark">${M(u.device?.kind==="phone"||u.device?.kind==="tablet"?"smartphone":"monitor")}</span>
                  <div class="thing-what">
                    <span class="thing-name">${r(u)}${u.current?l`<span class="chip chip-ok">${s("settings_devices.this")}</span>`:h}</span>
                    <span class="thing-about" title=${q(u.last_seen_at)}
                      >${[u.address,u.current?null:s("settings_devices.seen",{time:mt(u.last_seen_at,Date.now())}),s("settings_devices.since",{time:q(u.created_at)})].filter(Boolean).join(" · ")}</span
                    >
                  </div>
                  <div class="thing-does">
                    ${u.current?h:l`<button type="button" class="button" aria-label=${s("settings_devices.end_one",{device:r(u)})} @click=${()=>d(u)}>${s("settings_devices.end")}</button>`}
                  </div>
                </li>`)}
          </ul>`,s("settings_devices.intro"),p.some(u=>!u.current)?l`<button type="button" class="button" @click=${c}>${s("settings_devices.all")}</button>`:h))}}var Si=80;function Tn({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=z(async()=>{let[k,y]=await Promise.all([t("GET","/agents?limit=200"),t("GET","/agents/invitations")]);return{agents:k.items,invitations:y.items}},n),d=e.agent.role==="owner",c={email:"",name:"",role:"agent",wrong:"",busy:!1},p=null,u=(d?["owner","admin","agent"]:["admin","agent"]).map(k=>({value:k,label:s(`settings_team.role_${k}`)})),f=k=>{let S={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[k?.code];S?a(s(S),{bad:!0}):i(k)},g=async(k,y,S)=>{try{Object.assign(k,await t("PATCH",`/agents/${k.id}`,y)),a(S)}catch(E){f(E)}await r.load()},$=async k=>{await o({title:s("settings_team.disable_ask",{name:k.name}),text:s("settings_team.disable_means"),confirm:s("settings_team.disable")})&&await g(k,{active:!1},s("settings_team.is_disabled",{name:k.name}))},w=async k=>{if(k.preventDefault(),!c.busy){if(c.wrong=be(c.email.trim())?"":"settings_team.email_odd",!c.wrong){c.busy=!0;try{p=await t("POST","/agents/invitations",{email:c.email.trim(),name:c.name.trim(),role:c.role}),Object.assign(c,{email:"",name:"",role:"agent"}),await r.load()}catch(y){f(y)}c.busy=!1}n()}},m=async k=>{try{await t("DELETE",`/agents/invitations/${k.id}`,{}),p?.id===k.id&&(p=null),a(s("settings_team.taken_back",{email:k.email}))}catch(y){i(y)}await r.load()},_=k=>{let y=k.id===e.agent.id,S=!y&&(d||k.role!=="owner");return l`<li class="thing ${k.active?"":"off"}" data-agent=${k.email}>
      ${dt(k)}
      <div class="thing-what">
        <span class="thing-name"
          >${k.name}${y?l`<span class="chip">${s("common.you")}</span>`:h}${k.active?h:l`<span class="chip">${s("settings_team.disabled")}</span>`}</span
        >
        <span class="thing-about"
          >${k.email} ·
          ${k.active?s(`agent.state_${k.online?k.availability:"offline"}`):s("settings_team.no_access")}</span
        >
      </div>
      <div class="thing-does">
        ${S&&k.active?l`${J(`role-${k.id}`,u,k.role,E=>g(k,{role:E},s("settings_team.role_changed",{name:k.name,role:s(`settings_team.role_${E}`)})),s("settings_team.role_of",{name:k.name}))}
              <button type="button" class="button quiet" @click=${()=>$(k)}>${s("settings_team.disable")}</button>`:l`<span class="thing-about">${s(`settings_team.role_${k.role}`)}</span>${S?l`<button type="button" class="button" @click=${()=>g(k,{active:!0},s("settings_team.is_enabled",{name:k.name}))}>
                    ${s("settings_team.enable")}
                  </button>`:h}`}
      </div>
    </li>`},v=k=>k.length===0?h:l`<ul class="things">
          ${k.map(y=>l`<li class="thing">
                <span class="thing-mark">${M("user")}</span>
                <div class="thing-what">
                  <span class="thing-name">${y.name||y.email}<span class="chip">${s("settings_team.invited")}</span></span>
                  <span class="thing-about" title=${q(y.expires_at)}
                    >${y.name?`${y.email} · `:""}${s(`settings_team.role_${y.role}`)} ·
                    ${s("settings_team.until",{time:Ke(y.expires_at,Date.now())})}</span
                  >
                </div>
                <div class="thing-does">
                  <button type="button" class="button quiet" @click=${()=>m(y)}>${s("settings_team.take_back")}</button>
                </div>
              </li>`)}
        </ul>`;return{start:r.load,body:()=>r.view(({agents:k,invitations:y})=>{let S=k.filter(O=>O.active).length,E=e.seats.allowed;return l`${A(s("settings_team.seats",{used:S,allowed:E}),l`<progress class="seats" max=${E} value=${S} aria-label=${s("settings_team.seats_name")}></progress>`,s("settings_team.seats_intro"))}
          ${A(s("settings_team.members"),l`<ul class="things">${k.map(_)}</ul>`,s("settings_team.roles_intro"))}
          ${A(s("settings_team.invite"),l`<form class="set-stack" novalidate @submit=${w}>
                <div class="set-columns">
                  <div class="set-field">
                    <div class="set-label"><label for="invite-email">${s("settings_team.email")}</label></div>
                    <input
                      id="invite-email"
                      class="input"
                      type="email"
                      inputmode="email"
                      autocomplete="off"
                      aria-invalid=${c.wrong?"true":h}
                      aria-describedby="invite-wrong"
                      .value=${T(c.email)}
                      @input=${O=>Object.assign(c,{email:O.target.value,wrong:""})}
                    />
                    <p class="field-error" id="invite-wrong" role="alert">${c.wrong?s(c.wrong):""}</p>
                  </div>
                  <div class="set-field">
                    <div class="set-label"><label for="invite-name">${s("settings_team.name")}</label></div>
                    <input
                      id="invite-name"
                      class="input"
                      autocomplete="off"
                      maxlength=${Si}
                      .value=${T(c.name)}
                      @input=${O=>Object.assign(c,{name:O.target.value})}
                    />
                  </div>
                </div>
                <div class="set-actions">
                  ${J("invite-role",u.filter(O=>O.value!=="owner"),c.role,O=>Object.assign(c,{role:O}),s("settings_team.role"))}
                  <button class="button primary" type="submit" aria-busy=${c.busy}>${s("settings_team.make_link")}</button>
                </div>
              </form>
              ${p?l`<div class="once" role="status">
                    <strong>${s("settings_team.link_for",{email:p.email})}</strong>
                    ${et(p.url,void 0,s("settings_team.link_for",{email:p.email}))}
                    <p class="field-hint">${s("settings_team.link_once")}</p>
                  </div>`:h}
              ${v(y)}`,s("settings_team.invite_intro"))}`})}}var Ti=80;function On({me:e,call:t,changed:n,say:a,failed:i,ask:o}){let r=e.agent.role!=="agent",d=z(async()=>{let[g,$]=await Promise.all([t("GET","/tokens"),r?t("GET","/agents?limit=200"):{items:[]}]),w=new Map($.items.map(m=>[m.id,m.name]));return g.items.filter(m=>!m.revoked_at).map(m=>({...m,agent:m.agent_id===e.agent.id?null:w.get(m.agent_id)??m.agent_id}))},n),c={name:"",busy:!1},p=null,u=async g=>{if(g.preventDefault(),!(c.busy||!c.name.trim())){c.busy=!0;try{p=await t("POST","/tokens",{name:c.name.trim()}),c.name="",await d.load()}catch($){i($)}c.busy=!1,n()}},f=async g=>{if(await o({title:s("settings_tokens.revoke_ask",{name:g.name}),text:s("settings_tokens.revoke_means"),confirm:s("settings_tokens.revoke")})){try{await t("DELETE",`/tokens/${g.id}`,{}),a(s("settings_tokens.revoked",{name:g.name}))}catch(w){i(w)}await d.load()}};return{start:d.load,body:()=>l`${A(s("settings_tokens.new"),l`<form class="set-stack" @submit=${u}>
            <div class="set-field">
              <div class="set-label"><label for="token-name">${s("settings_tokens.name")}</label></div>
              <div class="set-box">
                <input
                  id="token-name"
                  class="input"
                  autocomplete="off"
                  maxlength=${Ti}
                  .value=${T(c.name)}
                  @input=${g=>{c.name=g.target.value,n()}}
                /><button class="button primary" type="submit" ?disabled=${!c.name.trim()} aria-busy=${c.busy}>${s("settings_tokens.make")}</button>
              </div>
              <p class="field-hint">${s("settings_tokens.name_hint")}</p>
            </div>
          </form>
          ${p?l`<div class="once" role="status">
                <strong>${s("settings_tokens.made",{name:p.name})}</strong>
                ${et(p.token,void 0,s("settings_tokens.made",{name:p.name}))}
                <p class="field-hint">${s("settings_tokens.once")}</p>
              </div>`:h}`,l`${s("settings_tokens.intro")} <a href="/docs">${s("settings_tokens.docs")}</a>`)}
      ${d.view(g=>A(s("settings_tokens.list"),g.length===0?l`<p class="nothing-yet">${s("settings_tokens.none")}</p>`:l`<ul class="things">
                ${g.map($=>l`<li class="thing">
                      <span class="thing-mark">${M("code")}</span>
                      <div class="thing-what">
                        <span class="thing-name">${$.name}${$.agent?l`<span class="chip">${$.agent}</span>`:h}</span>
                        <span class="thing-about"
                          >${[$.last_used_at?s("settings_tokens.used",{time:mt($.last_used_at,Date.now())}):s("settings_tokens.unused"),s("settings_tokens.since",{time:q($.created_at)})].join(" · ")}</span
                        >
                      </div>
                      <div class="thing-does">
                        <button type="button" class="button" aria-label=${s("settings_tokens.revoke_one",{name:$.name})} @click=${()=>f($)}>${s("settings_tokens.revoke")}</button>
                      </div>
                    </li>`)}
              </ul>`,r?s("settings_tokens.list_all"):s("settings_tokens.list_own")))}`}}var Oi=["zh-CN","en"];var Qe=["text","email","phone","select","checkbox","consent"],Ci=/^#[0-9a-f]{6}$/,Pi=/^\s*(--sd-[a-z0-9-]{1,32})\s*:\s*([^;]{1,80}?)\s*;?\s*$/;function Pn(e){let t={};for(let n of e.split(`
`)){if(!n.trim())continue;let[,a,i]=Pi.exec(n)??[];if(!a)return null;t[a]=i}return t}var ts=({settings:e,allowed_origins:t})=>({...e,custom:Object.entries(e.custom).map(([n,a])=>`${n}: ${a}`).join(`
`),origins:t.join(`
`)});function es({origins:e,...t}){return{...t,custom:Pn(t.custom)??{}}}var Di=e=>[...new Set(e.split(/[\s,，;；、]+/).filter(Boolean))];function Dn(e,t){let n=new Set(t.map(o=>o.split(".")[0])),a={};n.delete("origins")&&(a.allowed_origins=Di(e.origins));let i=es(e);return n.size>0&&(a.settings=Object.fromEntries([...n].map(o=>[o,i[o]]))),a.settings?.questions&&(a.settings.questions=Object.fromEntries(Object.entries(a.settings.questions).map(([o,r])=>[o,r.map(d=>d.trim()).filter(Boolean)]))),a}var Cn=e=>Oi.some(t=>e[t]?.trim());function In(e){let t={};Ci.test(e.accent)||(t.accent="colour");for(let n of["x","y"]){let a=e.launcher.offset[n];(!Number.isInteger(a)||a<0||a>400)&&(t["launcher.offset"]="offset")}return Pn(e.custom)===null&&(t.custom="custom"),e.form.when!=="never"&&e.form.fields.length===0&&(t["form.fields"]="fields"),e.form.fields.forEach((n,a)=>{Cn(n.label)?n.type==="select"&&(n.options.length===0||!n.options.every(Cn))&&(t[`form.fields.${a}`]="options"):t[`form.fields.${a}`]="label"}),t}function ss(e,t){let n=new Set(t.map(o=>o.id)),a=e==="email"||e==="phone"?e:n.has("name")||e!=="text"?`${e}_1`:"name";if(!n.has(a))return a;let i=1;for(;n.has(`${e}_${i}`);)i+=1;return`${e}_${i}`}var Nn=80;function Ln(e){let t=e.get("form.fields"),n=o=>e.set("form.fields",o),a=o=>{n([...t,{id:ss(o,t),type:o,label:{"zh-CN":s(`settings_widget.asks_zh_${o}`),en:s(`settings_widget.asks_en_${o}`)},required:o==="consent",options:o==="select"?[{"zh-CN":"",en:""}]:[]}]),e.get("form.when")==="never"&&e.set("form.when","before")},i=(o,r)=>{let d=u=>n(t.with(r,{...o,...u})),c=r+1,p=(u,f)=>l`<input
        class="input"
        aria-label="${s("settings_widget.field_n",{n:c})} · ${f}"
        placeholder=${f}
        maxlength=${Nn}
        .value=${T(o.label[u]??"")}
        @input=${g=>d({label:{...o.label,[u]:g.target.value}})}
      />`;return l`<li class="field-card">
      <div class="field-card-head">
        ${J(`field-type-${r}`,Qe.map(u=>({value:u,label:s(`settings_widget.kind_${u}`)})),o.type,u=>d({type:u,id:ss(u,t.toSpliced(r,1)),options:u==="select"?[{"zh-CN":"",en:""}]:[]}),`${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.field_kind")}`)}
        <label class="check"><input type="checkbox" .checked=${T(o.required)} @change=${u=>d({required:u.target.checked})} /><span>${s("settings_widget.required")}</span></label>
        <span class="grow"></span>
        ${r>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:c})} title=${s("settings_widget.up",{n:c})} @click=${()=>n(t.with(r-1,o).with(r,t[r-1]))}>${M("up")}</button>`:h}
        <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:c})} title=${s("settings_widget.remove_n",{n:c})} @click=${()=>n(t.toSpliced(r,1))}>${M("trash")}</button>
      </div>
      <div class="set-columns tight">${p("zh-CN",s("settings_widget.in_zh"))}${p("en",s("settings_widget.in_en"))}</div>
      ${o.type==="select"?l`<ul class="lines">
              ${o.options.map((u,f)=>l`<li>
                    ${["zh-CN","en"].map(g=>l`<input
                          class="input"
                          aria-label="${s("settings_widget.field_n",{n:c})} · ${s("settings_widget.option_n",{n:f+1})} · ${s(g==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          placeholder="${s("settings_widget.option_n",{n:f+1})} · ${s(g==="en"?"settings_widget.in_en":"settings_widget.in_zh")}"
                          maxlength=${Nn}
                          .value=${T(u[g]??"")}
                          @input=${$=>d({options:o.options.with(f,{...u,[g]:$.target.value})})}
                        />`)}
                    <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_option",{n:f+1})} @click=${()=>d({options:o.options.toSpliced(f,1)})}>${M("x")}</button>
                  </li>`)}
            </ul>
            ${o.options.length<20?l`<button type="button" class="text-button" @click=${()=>d({options:[...o.options,{"zh-CN":"",en:""}]})}>${s("settings_widget.option_add")}</button>`:h}`:h}
      ${G(e,`form.fields.${r}`)}
    </li>`};return l`${A(s("settings_widget.asks"),N(s("settings_widget.asks"),["never","before","closed"].map(o=>({value:o,label:s(`settings_widget.asks_${o}`)})),e.get("form.when"),o=>e.set("form.when",o)),s("settings_widget.asks_intro"))}
    ${A(s("settings_widget.fields"),l`${t.length?l`<ul class="field-cards">${t.map(i)}</ul>`:l`<p class="nothing-yet">${s("settings_widget.no_fields")}</p>`}
        ${G(e,"form.fields")}
        ${t.length<8?l`<div class="set-actions" role="group" aria-label=${s("settings_widget.field_add")}>
              <span class="thing-about">${s("settings_widget.field_add")}</span>
              ${Qe.map(o=>l`<button type="button" class="button" @click=${()=>a(o)}>${M("plus",14)}${s(`settings_widget.kind_${o}`)}</button>`)}
            </div>`:h}`,s("settings_widget.fields_intro"))}`}var ve=[{id:"php",name:"PHP",lines:`<?php
$encode = fn ($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
$claims = ['sub' => (string) $user->id, 'name' => $user->name, 'email' => $user->email, 'exp' => time() + 3600];
$head = $encode('{"alg":"HS256","typ":"JWT"}') . '.' . $encode(json_encode($claims));
$token = $head . '.' . $encode(hash_hmac('sha256', $head, getenv('SERVICEDESK_SECRET'), true));`},{id:"node",name:"Node",lines:`import { createHmac } from 'node:crypto';
const encode = (data) => Buffer.from(data).toString('base64url');
const claims = { sub: String(user.id), name: user.name, email: user.email, exp: Math.floor(Date.now() / 1000) + 3600 };
const head = encode('{"alg":"HS256","typ":"JWT"}') + '.' + encode(JSON.stringify(claims));
const token = head + '.' + createHmac('sha256', process.env.SERVICEDESK_SECRET).update(head).digest('base64url');`},{id:"python",name:"Python",lines:`import base64, hashlib, hmac, json, os, time
encode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()
claims = {"sub": str(user.id), "name": user.name, "email": user.email, "exp": int(time.time()) + 3600}
head = encode(b'{"alg":"HS256","typ":"JWT"}') + "." + encode(json.dumps(claims).encode())
token = head + "." + encode(hmac.new(os.environ["SERVICEDESK_SECRET"].encode(), head.encode(), hashlib.sha256).digest())`},{id:"java",name:"Java",lines:`var encode = java.util.Base64.getUrlEncoder().withoutPadding();
var utf8 = java.nio.charset.StandardCharsets.UTF_8;
var claims = String.format("{\\"sub\\":\\"%s\\",\\"exp\\":%d}", user.id(), System.currentTimeMillis() / 1000 + 3600);
var head = encode.encodeToString("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}".getBytes(utf8)) + "." + encode.encodeToString(claims.getBytes(utf8));
var mac = javax.crypto.Mac.getInstance("HmacSHA256");
mac.init(new javax.crypto.spec.SecretKeySpec(System.getenv("SERVICEDESK_SECRET").getBytes(utf8), "HmacSHA256"));
var token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));`}],Hn="servicedesk('identify', null, token);";function Rn({call:e,changed:t,say:n,failed:a,ask:i}){let o="php",r=null,d=!1,c="",p=null,u=async()=>{if(d)return d=!1,t();try{r??=(await e("GET","/widgets/default/secret")).secret,d=!0}catch(w){a(w)}t()},f=async()=>{if(await i({title:s("settings_widget.secret_ask"),text:s("settings_widget.secret_means"),confirm:s("settings_widget.secret_replace")})){try{r=(await e("POST","/widgets/default/secret",{})).secret,d=!0,n(s("settings_widget.secret_replaced"))}catch(m){a(m)}t()}},g=async w=>{if(w.preventDefault(),!!c.trim()){try{p=await e("POST","/widgets/default/identity-check",{token:c.trim()})}catch(m){a(m)}t()}},$=()=>{if(!p)return h;if(!p.valid)return l`<p class="check-line bad">${s(`settings_widget.problem_${p.problem}`)}</p>`;let{sub:w,name:m,email:_,phone:v}=p.claims??{},k=Object.entries({sub:w,name:m,email:_,phone:v}).filter(([,y])=>y);return l`<p class="check-line good">${s("settings_widget.valid",{time:p.expires_at?q(p.expires_at):""})}</p>
      <dl class="facts">${k.map(([y,S])=>l`<dt>${s(`settings_widget.claim_${y}`)}</dt><dd>${S}</dd>`)}</dl>`};return{start(){},body(){let w=ve.find(m=>m.id===o)??ve[0];return l`${A(s("settings_widget.server"),l`${N(s("settings_widget.language"),ve.map(m=>({value:m.id,label:m.name})),o,m=>{o=m,t()})}
            ${et(w.lines,void 0,w.name)}`,s("settings_widget.server_intro"))}
        ${A(s("settings_widget.page"),et(Hn,void 0,s("settings_widget.page")),s("settings_widget.page_intro"))}
        ${A(s("settings_widget.secret"),l`${d&&r?et(r,void 0,s("settings_widget.secret")):h}
            <div class="set-actions">
              <button type="button" class="button" aria-expanded=${d} @click=${u}>${s(d?"settings_widget.secret_hide":"settings_widget.secret_show")}</button>
              <button type="button" class="button quiet danger" @click=${f}>${s("settings_widget.secret_replace")}</button>
            </div>`,s("settings_widget.secret_intro"))}
        ${A(s("settings_widget.check"),l`<form class="set-stack" @submit=${g}>
            <textarea
              class="input area mono"
              rows="3"
              aria-label=${s("settings_widget.check")}
              spellcheck="false"
             
              .value=${T(c)}
              @input=${m=>{c=m.target.value,p=null,t()}}
            ></textarea>
            <div class="set-actions"><button type="submit" class="button" ?disabled=${!c.trim()}>${s("settings_widget.check_it")}</button></div>
            <div role="status" class="set-stack">${$()}</div>
          </form>`,s("settings_widget.check_intro"))}`}}}var ke=e=>[1,3,5].map(t=>Number.parseInt(e.slice(t,t+2),16)/255);function Ht(e){let[t,n,a]=e.map(i=>i<=.04045?i/12.92:((i+.055)/1.055)**2.4);return .2126*t+.7152*n+.0722*a}var we=(e,t)=>(Math.max(e,t)+.05)/(Math.min(e,t)+.05),Li=e=>`#${e.map(t=>Math.round(t*255).toString(16).padStart(2,"0")).join("")}`,jn=4.5;function Un(e){let t=ke(e);if(we(Ht(t),1)>=jn)return{accent:e,on:"#ffffff"};if(we(Ht(t),Ht(ke("#1b1f1a")))>=7)return{accent:e,on:"#1b1f1a"};for(;we(Ht(t),1)<jn;)t=t.map(n=>n*.96);return{accent:Li(t),on:"#ffffff"}}var Bn=(e,t)=>we(Ht(ke(e)),Ht(ke(t)));var Hi={green:"#1f6f5c",blue:"#3569b0",amber:"#96590b",plum:"#84508f",red:"#a4372c",ink:"#2c322b"},Ri={bubble:"bubble",square:"square",headset:"headset",leaf:"leaf"},qn=20,ji=256,Ui=1200;function Bi(e){let t=String(e.get("accent")),n=/^#[0-9a-f]{6}$/.test(t),a=n?Un(t):null,i=It("accent");return l`<div class="swatches" role="radiogroup" aria-label=${s("settings_widget.colour")}>
      ${Object.entries(Hi).map(([o,r])=>l`<label class="swatch swatch-${o}"
            ><input type="radio" name="accent" aria-label=${s(`settings_widget.accent_${o}`)} .checked=${T(r===t)} @change=${()=>e.set("accent",r)} /><i></i
          ></label>`)}
      <span class="own-colour"
        ><input
          type="color"
          aria-label=${s("settings_widget.accent_own")}
          .value=${T(n?t:"#1f6f5c")}
          @input=${o=>e.set("accent",o.target.value)} /><input
          id=${i}
          class="input mono"
          maxlength="7"
          spellcheck="false"
          aria-label=${s("settings_widget.accent_hex")}
          aria-invalid=${e.errors.accent?"true":"false"}
          aria-describedby="${i}-error"
          .value=${T(t)}
          @input=${o=>e.set("accent",o.target.value.trim().toLowerCase())}
      /></span>
    </div>
    ${a?a.accent===t?l`<p class="check-line good">${M("done")}${s(a.on==="#ffffff"?"settings_widget.contrast_white":"settings_widget.contrast_black",{ratio:Bn(t,a.on).toFixed(1)})}</p>`:l`<p class="check-line warn">${M("alert")}${s("settings_widget.darkened",{colour:a.accent})}</p>`:""}
    ${G(e,"accent")}`}var zn=(e,t,n)=>l`<label class="with-unit"
    ><span>${n}</span
    ><input
      class="input"
      inputmode="numeric"
      maxlength="3"
      .value=${T(String(e.get(`launcher.offset.${t}`)))}
      @input=${a=>e.set(`launcher.offset.${t}`,/^\d+$/.test(a.target.value)?Number(a.target.value):a.target.value)}
  /></label>`;function Fn({upload:e,failed:t},n){let a=(i,o,r)=>l`<div class="set-field">
      <span class="field-label">${r}</span>
      <div class="picture-line">
        ${n.get(i)?l`<img class="picture-shown" src="/p/${n.get(i)}" alt="" />`:l`<span class="picture-shown" aria-hidden="true"></span>`}
        ${ye(n,i,{upload:e,failed:t,most:o,choose:s("settings_widget.picture_choose"),remove:s("settings_widget.picture_remove")})}
      </div>
      ${G(n,i)}
    </div>`;return l`${A(s("settings_widget.colour"),Bi(n),s("settings_widget.colour_intro"))}
    ${A(s("settings_widget.theme"),"",s("settings_widget.theme_intro"),N(s("settings_widget.theme"),["auto","light","dark"].map(i=>({value:i,label:s(`settings_widget.theme_${i}`)})),n.get("theme"),i=>n.set("theme",i)))}
    ${A(s("settings_widget.launcher"),l`<div class="set-columns">
          <div class="set-field">
            <span class="field-label">${s("settings_widget.position")}</span>
            ${N(s("settings_widget.position"),["left","right"].map(i=>({value:i,label:s(`settings_widget.position_${i}`)})),n.get("launcher.position"),i=>n.set("launcher.position",i))}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.offset")} <span class="field-hint">${s("settings_widget.offset_hint")}</span></span>
            <div class="set-pair">
              ${zn(n,"x",s(`settings_widget.from_${n.get("launcher.position")}`))} ${zn(n,"y",s("settings_widget.from_below"))}
            </div>
            ${G(n,"launcher.offset")}
          </div>
          <div class="set-field">
            <span class="field-label">${s("settings_widget.icon")}</span>
            <div class="icon-choice" role="radiogroup" aria-label=${s("settings_widget.icon")}>
              ${Object.entries(Ri).map(([i,o])=>l`<label title=${s(`settings_widget.icon_${i}`)}
                    ><input
                      type="radio"
                      name="launcher-icon"
                      aria-label=${s(`settings_widget.icon_${i}`)}
                      .checked=${T(n.get("launcher.icon")===i)}
                      @change=${()=>n.set("launcher.icon",i)} /><span>${M(o,20)}</span></label
                  >`)}
            </div>
          </div>
          <div class="set-field">
            ${tt(n,"launcher.label.zh-CN",{label:s("settings_widget.label_zh"),max:qn,placeholder:s("settings_widget.label_example")})}
          </div>
          <div class="set-field">${tt(n,"launcher.label.en",{label:s("settings_widget.label_en"),note:s("settings_widget.label_hint"),max:qn})}</div>
        </div>
        ${ot(n,"launcher.hidden",s("settings_widget.hidden"),l`${s("settings_widget.hidden_hint")} <code>servicedesk('open')</code>`)}`)}
    ${A(s("settings_widget.pictures"),l`<div class="set-columns">${a("logo",ji,s("settings_widget.logo"))}${a("header",Ui,s("settings_widget.header"))}</div>`,s("settings_widget.pictures_intro"))}
    ${A(s("settings_widget.radius"),"",void 0,l`<span class="slider"
        ><span class="thing-about">${s("settings_widget.radius_square")}</span
        ><input
          type="range"
          min="0"
          max="24"
          aria-label=${s("settings_widget.radius")}
          .value=${T(String(n.get("radius")))}
          @input=${i=>n.set("radius",Number(i.target.value))}
        /><span class="thing-about">${s("settings_widget.radius_round")}</span><output>${n.get("radius")}</output></span
      >`)}
    ${A(s("settings_widget.custom"),gt(n,"custom",{label:s("settings_widget.custom_label"),rows:3,mono:!0,placeholder:"--sd-surface: #fffdf8",hint:s("settings_widget.custom_hint")}),s("settings_widget.custom_intro"))}`}var zi=40,ns=300,Fi=60,Gi=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],Yt=document.documentElement.lang==="en"?"en":"zh-CN",as=()=>Yt,Vi=e=>N(s("settings_widget.words_language"),Gi,Yt,t=>{Yt=t,e.set("accent",e.get("accent"))});function Ki(e){let t=`questions.${Yt}`,n=e.get(t)??[],a=i=>e.set(t,i);return l`<ul class="lines">
      ${n.map((i,o)=>l`<li>
            <input
              class="input"
              aria-label=${s("settings_widget.question_n",{n:o+1})}
              placeholder=${s("settings_widget.question_example")}
              maxlength=${Fi}
              .value=${T(i)}
              @input=${r=>a(n.with(o,r.target.value))}
            />
            ${o>0?l`<button type="button" class="icon-button" aria-label=${s("settings_widget.up",{n:o+1})} title=${s("settings_widget.up",{n:o+1})} @click=${()=>a(n.with(o-1,i).with(o,n[o-1]))}>${M("up")}</button>`:l`<span class="icon-space"></span>`}
            <button type="button" class="icon-button" aria-label=${s("settings_widget.remove_n",{n:o+1})} title=${s("settings_widget.remove_n",{n:o+1})} @click=${()=>a(n.toSpliced(o,1))}>${M("x")}</button>
          </li>`)}
    </ul>
    ${n.length<6?l`<div class="set-actions"><button type="button" class="button" @click=${()=>a([...n,""])}>${M("plus")}${s("settings_widget.question_add")}</button></div>`:h}
    ${G(e,t)}`}function Gn(e){let t=n=>`texts.${Yt}.${n}`;return l`${A(s("settings_widget.words"),l`${tt(e,t("title"),{label:s("settings_widget.title"),hint:s("settings_widget.title_hint"),max:zi})}
        ${gt(e,t("greeting"),{label:s("settings_widget.greeting"),hint:s("settings_widget.greeting_hint"),max:ns,rows:2})}
        ${gt(e,t("welcome"),{label:s("settings_widget.welcome"),hint:s("settings_widget.welcome_hint"),max:ns,rows:2})}
        ${gt(e,t("offline"),{label:s("settings_widget.offline"),hint:s("settings_widget.offline_hint"),max:ns,rows:2})}`,s("settings_widget.words_intro"),Vi(e))}
    ${A(s("settings_widget.questions"),Ki(e),s("settings_widget.questions_intro"))}
    ${A(s("settings_widget.habits"),l`${ot(e,"rating",s("settings_widget.rating"),s("settings_widget.rating_hint"))}
      ${ot(e,"sound",s("settings_widget.sound"),s("settings_widget.sound_hint"))}
      ${ot(e,"typing_preview",s("settings_widget.typing"),s("settings_widget.typing_hint"))}`)}`}var Wi=["home","talk","form","offline","closed"],Yi=640,Vn=360,Kn=700;function Wn({me:e,changed:t},n,a){let i="desktop",o=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light",r=null,d=!1,c="",p=()=>document.getElementById("preview-frame"),u=()=>(a()!==c&&(c=a(),r=null),r??(a()==="form"?"form":"home")),f=()=>{n.phase==="ready"&&p()?.contentWindow?.postMessage({servicedesk:"preview",settings:es(n.draft),shop:{name:e.shop.name},view:u(),theme:o,device:i,locale:as()},location.origin)},g=()=>{let w=document.querySelector(".preview-box"),m=p();if(!(w instanceof HTMLElement)||!m)return;let[_,v]=[w.clientWidth,w.clientHeight];if(!_||!v)return;let k=i==="desktop"?Math.max(Yi,_):Vn,y=i==="desktop"?_/k:Math.min(1,v/Kn,_/Vn),S=i==="desktop"?v/y:Math.min(Kn,v/y);m.style.setProperty("width",`${k}px`),m.style.setProperty("height",`${S}px`),m.style.setProperty("transform",`scale(${y})`),m.style.setProperty("left",`${Math.max(0,(_-k*y)/2)}px`),m.style.setProperty("top",`${i==="desktop"?0:Math.max(0,(v-S*y)/2)}px`)};addEventListener("message",({origin:w,source:m,data:_})=>{w===location.origin&&m===p()?.contentWindow&&_?.servicedesk==="preview-ready"&&f()}),addEventListener("resize",g);let $=w=>{w(),t()};return{view(){requestAnimationFrame(()=>{g(),f()});let w=as();return l`<button type="button" class="button preview-open" @click=${()=>$(()=>d=!0)}>${M("smartphone")}${s("settings_widget.preview")}</button>
        <section class="preview" data-open=${d} aria-label=${s("settings_widget.preview")}>
          <header class="preview-head">
            <span class="preview-name">${s("settings_widget.preview")}</span>
            ${N(s("settings_widget.device"),["desktop","phone"].map(m=>({value:m,label:s(`settings_widget.device_${m}`)})),i,m=>$(()=>i=m))}
            ${N(s("settings_widget.theme"),[{value:"light",label:M("sun"),title:s("settings_widget.theme_light")},{value:"dark",label:M("moon"),title:s("settings_widget.theme_dark")}],o,m=>$(()=>o=m))}
            ${J("preview-view",Wi.map(m=>({value:m,label:s(`settings_widget.view_${m}`)})),u(),m=>$(()=>r=m),s("settings_widget.view"))}
            <button type="button" class="icon-button preview-close" aria-label=${s("common.close")} @click=${()=>$(()=>d=!1)}>${M("x",20)}</button>
          </header>
          <div class="preview-box ${i}">
            <iframe id="preview-frame" title=${s("settings_widget.preview")} tabindex="-1" src="/w/preview?k=${e.widget.key}&locale=${w}"></iframe>
          </div>
        </section>`}}}var is=(e,t)=>`<script async src="${e}/w.js" data-key="${t}"><\/script>`;function Yn(e){return e.replace(" data-key",`
  data-key`).split(/("[^"]*"|script)/).map(t=>({text:t,kind:t.startsWith('"')?"code-text":t==="script"?"code-name":""}))}var Xn=["any","youzan","wordpress","shopify","next","send"],Xi=(e,t)=>`import Script from 'next/script';

<Script src="${e}/w.js" data-key="${t}" strategy="afterInteractive" />`;function Zn(e,t,n){return e==="next"?Xi(t,n):e==="send"?s("settings_site.letter",{tag:is(t,n)}):is(t,n)}var Zi=4e3;function Jn({me:e,call:t,changed:n,origin:a},i){let o="any",r=e.widget?.seen??null,d=async()=>{try{document.visibilityState==="visible"&&(r=(await t("GET","/setup/seen")).seen,n())}catch{}setTimeout(d,Zi)},c=p=>{try{return new URL(p).host}catch{return p}};return{start:d,status:()=>r?l`<span class="chip chip-ok"><i class="chip-dot now-dot"></i><span>${c(r.url)}</span></span>`:l`<span class="chip"><span>${s("settings_site.not_seen")}</span></span>`,body(){let p=Zn(o,a,e.widget?.key??"");return l`${A(s("settings_site.tag"),l`${N(s("settings_site.where"),Xn.map(u=>({value:u,label:s(`settings_site.builder_${u}`)})),o,u=>{o=u,n()})}
            <p class="steps-text">${s(`settings_site.how_${o}`)}</p>
            ${et(p,Yn(p).map(u=>l`<span class=${u.kind}>${u.text}</span>`),s("settings_site.tag"))}`,s("settings_site.tag_intro"))}
        ${A(r?s("settings_site.seen"):s("settings_site.unseen"),"",r?`${r.url.replace(/^https?:\/\//,"")} · ${mt(r.at,Date.now())}`:s("settings_site.unseen_hint"),l`<a class="button" href="/demo" target="_blank" rel="noopener">${s("settings_site.try_it")}${M("out")}</a>`)}
        ${A(s("settings_site.origins"),gt(i,"origins",{label:s("settings_site.origins_label"),rows:3,mono:!0,placeholder:`https://www.example.com
*.example.com`,hint:s("settings_site.origins_hint")}),s("settings_site.origins_intro"))}`}}}function Qn(e){let{me:t,call:n,changed:a}=e,i=location.hash==="#site"?"site":"look",o=st({read:async()=>ts(await n("GET","/widgets/default")),check:u=>Object.fromEntries(Object.entries(In(u)).map(([f,g])=>[f,s(`settings_widget.wrong_${g}`)])),refused(u){let f=String(u?.field??"");return f.startsWith("allowed_origins")?{origins:s("settings_widget.wrong_origin")}:f.startsWith("settings.custom")?{custom:s("settings_widget.wrong_custom")}:f.startsWith("settings.")?{[f.slice(9)]:s("settings_widget.wrong_value")}:{}},write:async(u,f)=>ts(await n("PATCH","/widgets/default",Dn(u,f))),changed:a}),r=Jn(e,o),d=Rn(e),c=Wn(e,o,()=>i),p={look:()=>Fn(e,o),words:()=>Gn(o),form:()=>Ln(o),site:r.body,identity:d.body};return{form:o,start:r.start,status:r.status,tabs:Object.keys(p).map(u=>({id:u,label:s(`settings_widget.tab_${u}`)})),get tab(){return i},choose(u){i=u,u==="identity"&&d.start(),a()},body:()=>l`${p[i]()}`,aside:t.widget?c.view:void 0}}var ta={widget:Qn,hours:_n,canned:an,labels:$n,team:Tn,shop:fn,data:ln,about:nn,profile:Mn,notifications:An,sessions:Sn,tokens:On};var Ji=2e4,Mt=e=>document.querySelector(`meta[name="${e}"]`)?.getAttribute("content")??"",nt=JSON.parse(Mt("me")),rs=Mt("csrf")||nt.csrf_token,ls=()=>location.assign(`/login?next=${encodeURIComponent(location.pathname)}`),Et=ds({csrf:rs,signedOut:ls}),Qi=Qs({csrf:rs,signedOut:ls}),to=tn({csrf:rs,signedOut:ls}),Rt=Ns(Is()),W=en({me:nt,asked:Mt("settings-page"),shown:Mt("settings-shown"),schedule:e=>requestAnimationFrame(e),phone:()=>Rt.phone.value});document.title=`${s(`settings.${Mt("settings-shown")}`)} · ${s("settings.title")} · ${nt.shop.name}`;var ea={me:nt,call:Qi,upload:to,changed:W.changed,say:W.say,failed:W.failed,ask:W.ask,origin:Mt("origin"),ui:Rt,setTheme(e){Rt.theme.value=e,document.documentElement.dataset.theme=e}},xe=U(0),os={ticks:{frame:xe},agent:nt.agent,shop:nt.shop,book:{counts:null},async setAvailability(e){let t=nt.agent.availability;nt.agent.availability=e,xe.value++;try{await Et.availability(e)}catch(n){nt.agent.availability=t,xe.value++,W.failed(n)}}},sa=e=>{ea.setTheme(e),Et.change({theme:e}).catch(W.failed)},eo=()=>Rt.theme.value==="auto"?matchMedia("(prefers-color-scheme: dark)").matches:Rt.theme.value==="dark",Ee={palette:{label:"keys.palette",key:"mod+k",group:"go",field:!0,run:()=>Ae.open()},go_inbox:{label:"keys.go_inbox",key:"g i",group:"go",icon:"inbox",run:()=>location.assign("/inbox")},go_settings:{label:"settings.title",key:"g s",group:"go",icon:"settings",run:()=>location.assign("/settings")},theme:{label:"keys.theme",key:"mod+Shift+l",group:"desk",icon:"sun-moon",run:()=>sa(eo()?"light":"dark")}},cs=At(Ee),Ae=Ys({entries:()=>[...Zs(nt.agent.role).map(e=>({...e,asked:!1})),...Object.entries(Ee).filter(([e])=>e!=="palette"&&e!=="go_settings").map(([e,t])=>({id:e,group:"desk",label:s(t.label),key:cs.keyOf(e),mark:H(t.icon??"arrow-right",18),run:t.run}))],subject:()=>null,next(){},phone:()=>!1});Re(W.palette,Ae.view,Ae.around);zs({keymap:()=>cs,actions:Ee});Et.preferences().then(({keys:e})=>cs=At(Ee,e),()=>{});var na=async()=>{try{os.book.counts=await Et.counts(),xe.value++}catch{}};Re(W.rail,Bs(os,Rt,{theme:sa,palette:Ae.open,availability:os.setAvailability,async language(e){if(e!==D)try{await Et.change({locale:e}),location.reload()}catch(t){W.failed(t)}},async signOut(e){if(!(e&&!await W.ask({title:s("agent.sign_out_everywhere_ask"),text:s("agent.sign_out_everywhere_means"),confirm:s("agent.sign_out_everywhere"),cancel:s("agent.stay")})))try{await(e?Et.signOutEverywhere():Et.signOut()),location.assign("/login")}catch(t){W.failed(t)}}},"settings"));W.show(ta[Mt("settings-shown")](ea));na();setInterval(()=>document.visibilityState==="visible"&&na(),Ji);matchMedia("(max-width: 720px)").addEventListener("change",W.changed);
